// What to look at when no answer came that the page may read. Nobody listening, and a workspace that does
// not allow this page, look the same from here: nothing is said that would hold for one of them only.
import { html, type TemplateResult } from "lit";

import { textTemplate } from "../text-template.js";
import { originOf } from "./connect-model.js";
import type { ViewContext } from "./view.js";

/** The list. To try whether it is any better now, there is a button on the step. */
export function corsView(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { session } = flow;
  const code = (text: string): TemplateResult => textTemplate(text, true);
  const origin = originOf(session.settings.options.pageOrigin, location.origin);
  const setting = code("API_CORS_Origin");
  return html`<div class="notice warn" part="notice">
    <h3>${texts.text("connect.cors")}</h3>
    <p>${texts.text("connect.corsWhy")}</p>
    <ol class="checklist" part="list">
      <li>${texts.rich("connect.corsReach", { address: infoLink(session.address) })}</li>
      <li>
        ${texts.rich("connect.corsWhere", { path: textTemplate(texts.text("connect.corsPath")) })}
      </li>
      <li>${texts.rich("connect.corsEnable", { setting: code("API_Enable_CORS") })}</li>
      <li>
        ${
          origin === null
            ? texts.rich("connect.corsNoOrigin", { setting })
            : texts.rich("connect.corsOrigin", { setting, origin: code(origin) })
        }
      </li>
      <li>${texts.text("connect.corsProxy")}</li>
    </ol>
  </div>`;
}

// The address as the client has checked it: what was typed could be anything.
function infoLink(address: string): TemplateResult {
  const url = `${address}/api/info`;
  return html`<a href=${url} target="_blank" rel="noreferrer noopener"
    >${textTemplate(url, true)}</a
  >`;
}
