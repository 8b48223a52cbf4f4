// The demo's settings: which workspace, who logs in, how the page looks; the link, and the way back.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { textTemplate } from "../src/element/text-template.js";
import {
  type DemoState,
  kLanguages,
  kSeeds,
  kThemes,
  kVersions,
  type Language,
  type LinkNote,
  type Seed,
  type Theme,
} from "./demo-link.js";

/** What the settings show and do. */
export interface SettingsContext {
  readonly state: DemoState;
  readonly notes: readonly LinkNote[];
  /** What became of the last press of a button; "" for nothing. */
  readonly said: string;
  readonly change: (change: Partial<DemoState>) => void;
  readonly copyLink: () => void;
  readonly reset: () => void;
}

/** See above. */
export function settingsView(context: SettingsContext): TemplateResult {
  const { state, said, change, copyLink, reset } = context;
  return html`<div class="settings">
      ${choice("version", "Server version", withOwn(kVersions, state.version), state.version, {
        change: (version) => change({ version }),
      })}
      ${choice("lang", "Language of the widget", kLanguages, state.lang, {
        words: kLanguageNames,
        change: (lang) => change({ lang }),
      })}
      ${choice("theme", "Colours", kThemes, state.theme, {
        words: kThemeNames,
        change: (theme) => change({ theme }),
      })}
      <div class="bar">
        <button type="button" @click=${copyLink}>Copy link</button>
        <button type="button" @click=${reset}>Reset</button>
      </div>
    </div>
    <div class="under">
      <details>
        <summary>More settings</summary>
        <div class="settings">
          ${choice("login", "Login", ["host", "self"] as const, state.signIn, {
            words: kSignInNames,
            change: (signIn) => change({ signIn }),
          })}
          ${choice("seed", "Workspace", kSeeds, state.seed, {
            words: kSeedNames,
            change: (seed) => change({ seed }),
          })}
          ${choice("rooms", "More conversations", roomChoices(state.rooms), String(state.rooms), {
            change: (rooms) => change({ rooms: Number(rooms) }),
          })}
        </div>
      </details>
      <p class="said" role="status">${said}</p>
    </div>
    ${state.signIn === "self" ? kUsers : nothing} ${notesView(context)}`;
}

interface Choice<T extends string> {
  readonly words?: Readonly<Record<T, string>>;
  readonly change: (value: T) => void;
}

function choice<T extends string>(
  name: string,
  label: string,
  values: readonly T[],
  current: T,
  { words, change }: Choice<T>,
): TemplateResult {
  const pick = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const chosen = values.find((each) => each === value);
    if (chosen !== undefined) change(chosen);
  };
  return html`<label class="field">
    <span>${label}</span>
    <select name=${name} @change=${pick}>
      ${values.map(
        (value) =>
          html`<option value=${value} .selected=${live(value === current)}>
            ${words?.[value] ?? value}
          </option>`,
      )}
    </select>
  </label>`;
}

function notesView({ notes }: SettingsContext): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  return html`<ul class="notice" role="status">
    ${notes.map(
      ({ name, found, expected, used }) =>
        html`<li>
          The link asks for “${textTemplate(found.slice(0, kMostShown))}” as ${name}, which the demo
          does not know. It knows ${expected}. Used instead: ${used}.
        </li>`,
    )}
  </ul>`;
}

// A link may name what the switch does not offer.
function withOwn(values: readonly string[], own: string): readonly string[] {
  return values.includes(own) ? values : [...values, own];
}

function roomChoices(own: number): readonly string[] {
  return withOwn(["0", "1000", "10000"], String(own));
}

// Who can log in by hand; docs/standin.md names the others. Passwords and codes are not written out,
// so that what is typed into the widget is nowhere else on the page.
const kUsers = html`<p class="hint">
  Log in as <code>rodriq</code> or <code>amelie</code>; the password is the name followed by
  “-password”. For amelie the code is 271 828, without the space.
</p>`;
const kLanguageNames: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  "pt-BR": "Português (Brasil)",
  ar: "العربية",
};
const kThemeNames: Readonly<Record<Theme, string>> = {
  auto: "As the system",
  light: "Light",
  dark: "Dark",
};
const kSeedNames: Readonly<Record<Seed, string>> = {
  story: "The story, 32 conversations",
  documentation: "The documentation's example",
};
const kSignInNames: Readonly<Record<DemoState["signIn"], string>> = {
  host: "By this page, as agent rodriq",
  self: "In the widget, by hand",
};
// Enough of a wrong value to recognise it.
const kMostShown = 80;
