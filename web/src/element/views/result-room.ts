// The lower half of a result: what changed, the conversation, and the request as curl.
import { html, nothing, type TemplateResult } from "lit";

import type { RoomVisitor } from "../../client/load.js";
import { type ChangeRow, changeRows } from "../change-list-model.js";
import type { Settled } from "../flow/move-flow.js";
import { type IsSecretKey, type Redact, secretKeys } from "../secret-keys.js";
import type { Texts } from "../text/texts.js";
import { textTemplate } from "../text-template.js";
import { button } from "./buttons.js";
import { changedHeading, curlOf, type ShownRoom, shownRoom } from "./result-model.js";
import type { ViewContext } from "./view.js";

/** See above. */
export function roomPart(settled: Settled, context: ViewContext): TemplateResult {
  const { rv } = context.flow.session;
  const shown = shownRoom(settled);
  if (rv === null) return html`${nothing}`;
  return html`${shown === null ? nothing : roomView(shown, settled, rv, context)}
  ${curlView(settled, rv, context)}`;
}

function roomView(
  shown: ShownRoom,
  settled: Settled,
  rv: RoomVisitor,
  { texts }: ViewContext,
): TemplateResult {
  const { room, changes, compared, heading } = shown;
  const { redact } = secretsOf(rv);
  const list = html`<rv-change-list
    exportparts="button"
    .rows=${rowsOf(shown, rv, texts)}
    .texts=${texts}
  ></rv-change-list>`;
  const isMoved = heading !== "move.roomBefore";
  return html`${
      isMoved
        ? html`<section class="part" aria-labelledby="result-changes">
            <h3 id="result-changes">${texts.text(changedHeading(settled, shown))}</h3>
            ${compared ? list : html`<p class="muted">${texts.text("move.notCompared")}</p>`}
          </section>`
        : nothing
    }
    <section class="part" aria-labelledby="result-room">
      <h3 id="result-room">${texts.text(heading)}</h3>
      <rv-room-view
        exportparts="button"
        .text=${room.text}
        .changes=${changes}
        .redact=${redact}
        .texts=${texts}
      ></rv-room-view>
    </section>`;
}

function curlView(
  settled: Settled,
  rv: RoomVisitor,
  { flow, texts, redraw }: ViewContext,
): TemplateResult | typeof nothing {
  const { session, move } = flow;
  const curl = curlOf(rv, settled, {
    server: session.chat?.server ?? session.server,
    allowInsecure: session.settings.allowInsecure,
    userId: session.capability?.user?.id ?? "",
  });
  if (curl === "") return nothing;
  return html`<details class="curl">
    <summary>${texts.text("move.curl")}</summary>
    <pre tabindex="0" dir="ltr" role="group" aria-label=${texts.text("move.curl")}>
${textTemplate(curl)}</pre>
    <div class="bar">
      ${button(texts.text("move.copy"), () => {
        void copy(curl).then((copied) => {
          move.copied = copied;
          redraw();
        });
      })}
      <span class="small muted" aria-hidden="true">${copiedText(move.copied, texts)}</span>
    </div>
  </details>`;
}

/** What became of copying; "" where nothing was copied. */
export function copiedText(copied: boolean | null, texts: Texts): string {
  return copied === null ? "" : texts.text(copied ? "move.copied" : "move.notCopied");
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function secretsOf(rv: RoomVisitor): {
  readonly redact: Redact;
  readonly isSecretKey: IsSecretKey;
} {
  const known = kSecrets.get(rv);
  if (known !== undefined) return known;
  const redact = (text: string): string => {
    try {
      return rv.redact(text);
    } catch {
      // A core that has stopped tells nothing; then nothing is shown, and every member is a secret.
      return "";
    }
  };
  const made = { redact, isSecretKey: secretKeys(redact) };
  kSecrets.set(rv, made);
  return made;
}

function rowsOf({ changes }: ShownRoom, rv: RoomVisitor, texts: Texts): readonly ChangeRow[] {
  const known = kRows.get(changes);
  if (known?.texts === texts) return known.rows;
  const rows = changeRows(changes, secretsOf(rv).isSecretKey, texts);
  kRows.set(changes, { texts, rows });
  return rows;
}

// The same functions and rows for the same things, so that nothing large is drawn anew each second.
const kSecrets = new WeakMap<RoomVisitor, ReturnType<typeof secretsOf>>();
const kRows = new WeakMap<
  ShownRoom["changes"],
  { readonly texts: Texts; readonly rows: readonly ChangeRow[] }
>();
