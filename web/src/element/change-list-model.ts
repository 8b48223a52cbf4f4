// What changed between two readings of a room, in words.
import type { Change } from "../client/answer.js";
import { segmentsOf } from "./json-leaves.js";
import { fieldOf } from "./room-fields.js";
import { labelOf } from "./room-view-model.js";
import { holdsSecret, type IsSecretKey } from "./secret-keys.js";
import { type ShownValue, shownText } from "./shown-value.js";
import type { Texts } from "./text/texts.js";

/** One changed place; `before` or `after` is null where there was or is nothing. */
export interface ChangeRow {
  readonly pointer: string;
  readonly path: string;
  readonly label: string;
  readonly kind: Change["kind"];
  readonly before: ShownValue | null;
  readonly after: ShownValue | null;
}

/** The rows of a list of changes, in the order of the core's diff. */
export function changeRows(
  changes: readonly Change[],
  isSecretKey: IsSecretKey,
  texts: Texts,
): ChangeRow[] {
  return changes.map((change) => {
    const segments = segmentsOf(change.path);
    const path = segments.join(".");
    const kind = fieldOf(path)?.kind ?? "plain";
    // An object that was added or removed as a whole may carry a secret further down.
    const secret =
      segments.some(isSecretKey) ||
      [change.beforeText, change.afterText].some(
        (text) => text !== undefined && holdsSecret(text, isSecretKey),
      );
    const shown = (text: string | undefined): ShownValue | null =>
      text === undefined ? null : shownText(text, kind, secret, texts);
    const label = path === "" ? texts.text("label.all") : labelOf(segments, texts);
    const { beforeText, afterText } = change;
    const before = shown(beforeText);
    const after = shown(afterText);
    return { pointer: change.path, path, label, kind: change.kind, before, after };
  });
}
