// What every step shows above itself while the server does not take the session any more.
import { html, nothing, type TemplateResult } from "lit";

import { textTemplate } from "../text-template.js";
import { actButton, button } from "./buttons.js";
import { connectText } from "./connect-words.js";
import { signInView } from "./sign-in-view.js";
import type { ViewContext } from "./view.js";

/** The form to log in again; empty while the session is good. */
export function expiredView(context: ViewContext): TemplateResult | typeof nothing {
  const { flow, texts } = context;
  const { session } = flow;
  if (!session.expired) return nothing;
  const isHosts = session.settings.provider !== null;
  const user = textTemplate(session.username);
  return html`<section class="notice warn" part="notice" aria-labelledby="expired-title">
    <h3 id="expired-title">${texts.text("connect.expired")}</h3>
    <p>
      ${isHosts ? texts.text("connect.expiredPage") : texts.rich("connect.expiredWhy", { user })}
    </p>
    ${isHosts ? pageActions(context) : form(context)}
  </section>`;
}

/** Said at once when it appears, and when logging in fails. */
export function expiredAlert({ flow, texts }: ViewContext): string {
  const { session } = flow;
  if (!session.expired) return "";
  const { problem } = session.signInJob;
  if (problem === null) return texts.text("connect.expired");
  const { message, remedy } = connectText(problem, texts, false);
  return `${message} ${remedy}`;
}

function form(context: ViewContext): TemplateResult {
  const { session } = context.flow;
  return signInView(context, {
    prefix: "expired",
    asks: { server: false, login: true },
    job: session.signInJob,
    problem: session.signInJob.problem,
    submit: () => void session.signInAgain(),
    actions: session.isWaitedFor ? giveUpButton(context) : nothing,
  });
}

function pageActions(context: ViewContext): TemplateResult {
  const { session } = context.flow;
  const { texts } = context;
  if (session.isAskingHost) {
    return html`<p>${texts.text("connect.askingPage")}</p>
      <div class="bar">${giveUpButton(context)}</div>`;
  }
  return html`<div class="bar">
    ${actButton(texts.text("connect.checkAgain"), () => void session.checkAgain(), !session.job.busy)}
  </div>`;
}

function giveUpButton({ flow, texts }: ViewContext): TemplateResult {
  return button(texts.text("connect.giveUp"), () => {
    flow.session.giveUp();
  });
}
