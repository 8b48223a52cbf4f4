// What a step's view is: a template and what is said aloud, both functions of the flow's state.
import type { TemplateResult } from "lit";

import type { AdminFlow } from "../flow/admin-flow.js";
import type { Place } from "../flow/place.js";
import type { TextKey } from "../text/catalogue.js";
import type { Texts } from "../text/texts.js";

/** What a view may use. */
export interface ViewContext {
  readonly flow: AdminFlow;
  readonly texts: Texts;
  /** The address of a place, where the host has one for each; then places are links. */
  readonly hrefFor: ((place: Place) => string) | null;
  /** The element that is being drawn: for focus and for what reads the DOM. */
  readonly root: ShadowRoot;
  /** Draws again. */
  readonly redraw: () => void;
}

/** One step. */
export interface StepView {
  /** A key, or what the state of the step makes of it. */
  readonly heading: TextKey | ((context: ViewContext) => unknown);
  readonly render: (context: ViewContext) => TemplateResult;
  /** Said politely: what is being done, what was found. "" for nothing. */
  readonly status: (context: ViewContext) => string;
  /** Said at once: what went wrong. "" for nothing. */
  readonly alert: (context: ViewContext) => string;
}
