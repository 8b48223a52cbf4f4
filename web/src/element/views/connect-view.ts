// The step "connect": logging in where the host does not, and what was found out.
import { html, nothing, type TemplateResult } from "lit";

import { textTemplate } from "../text-template.js";
import { visibleText } from "../visible-text.js";
import { actButton, button } from "./buttons.js";
import {
  busyText,
  codesOf,
  codeText,
  isOfNetwork,
  signInProblem,
  summaryOf,
} from "./connect-model.js";
import { corsView } from "./cors-view.js";
import { connectAlert, connectText } from "./connect-words.js";
import { errorView, problemText, waitStatus, waitView } from "./notices.js";
import { reportView } from "./report-view.js";
import { signInView } from "./sign-in-view.js";
import type { StepView, ViewContext } from "./view.js";

/** See above. */
export const kConnectView: StepView = {
  heading: "connect.heading",
  render,
  status,
  alert: ({ flow, texts }) => connectAlert(flow.session, texts),
};

function render(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { session } = flow;
  const asks = {
    server: session.settings.server === "",
    login: session.settings.provider === null,
  };
  const isForm = session.chat === null && (asks.server || asks.login);
  const isCorsOff = codesOf(session.capability).includes("cors_suspected");
  const isFirstLook = !isForm && session.capability === null && session.job.busy;
  const { problem } = session.job;
  return html`${noticeView(context)}
  ${
    isForm
      ? signInView(context, {
          prefix: "connect",
          asks,
          job: session.job,
          problem: signInProblem(session),
          submit: () => void flow.connect(),
          actions: busyView(context),
        })
      : isFirstLook
        ? lookingView(context)
        : [
            waitView(session.job, context),
            problem === null
              ? nothing
              : errorView(connectText(problem, texts, !asks.login), context),
          ]
  }
  ${offlineView(context)} ${isCorsOff ? corsView(context) : nothing}
  ${session.expired ? nothing : reportView(context)} ${isForm ? nothing : actions(context)}`;
}

function status(context: ViewContext): string {
  const { flow, texts } = context;
  const { job, capability, signIn } = flow.session;
  const busy = busyText(flow.session);
  if (job.wait !== null) return waitStatus(job, context);
  if (busy !== null) return texts.text(busy);
  if (signIn.secondFactor !== null) {
    const { method, codeSent } = signIn.secondFactor;
    return texts.text(codeText(method, codeSent), { method: visibleText(method) });
  }
  if (capability === null || flow.session.expired) return "";
  const { user } = capability;
  const name = user === null ? "" : texts.text("connect.ready", { user: user.username });
  return `${name} ${texts.text(summaryOf(capability).text)}`.trim();
}

// How the last session ended, where that needs words.
function noticeView(context: ViewContext): TemplateResult | typeof nothing {
  const { flow, texts } = context;
  const { logOutProblem, isOtherUser } = flow.session;
  if (isOtherUser) {
    return html`<p class="notice warn" part="notice">${texts.text("connect.otherUser")}</p>`;
  }
  if (logOutProblem === null) return nothing;
  return html`<div class="notice warn" part="notice">
    <p>${texts.text("connect.notToldServer")}</p>
    <p class="small">${textTemplate(problemText(logOutProblem, texts).message)}</p>
  </div>`;
}

// About as large as what is found out, so that little moves when it comes.
function lookingView(context: ViewContext): TemplateResult {
  const { job } = context.flow.session;
  return html`<div class=${job.wait === null ? "looking skeleton" : "looking"}>
    ${waitView(job, context)}
  </div>`;
}

// Beside the buttons, so that nothing jumps when it comes and goes.
function busyView({ flow, texts }: ViewContext): TemplateResult | typeof nothing {
  const { session } = flow;
  const text = busyText(session);
  if (text === null) return nothing;
  return html`${button(texts.text("shell.cancel"), () => {
      session.cancel();
    })} <span class="muted">${texts.text(text)}</span>`;
}

// Only a hint: what the browser says of the line can be wrong, so it decides nothing.
function offlineView({ flow, texts }: ViewContext): TemplateResult | typeof nothing {
  if (navigator.onLine || !isOfNetwork(flow.session)) return nothing;
  return html`<p class="notice warn" part="notice">${texts.text("connect.offline")}</p>`;
}

function actions(context: ViewContext): TemplateResult {
  const { flow, texts } = context;
  const { session } = flow;
  // The notice of the end of the session has one.
  const isOffered = session.expired && session.settings.provider !== null;
  return html`<div class="bar">
    ${
      flow.canGo("conversation")
        ? actButton(texts.text("connect.continue"), () => {
            flow.go("conversation");
          })
        : nothing
    }
    ${isOffered ? nothing : checkButton(context)} ${busyView(context)} ${logOutButton(context)}
  </div>`;
}

function checkButton({ flow, texts }: ViewContext): TemplateResult {
  const { session } = flow;
  const isFirst = session.capability === null;
  const first = session.job.problem === null ? "connect.connect" : "shell.tryAgain";
  return button(
    texts.text(isFirst ? first : "connect.checkAgain"),
    () => void (session.chat === null ? flow.connect() : session.checkAgain()),
    { can: !session.job.busy },
  );
}

function logOutButton({ flow, texts }: ViewContext): TemplateResult | typeof nothing {
  const { session, isMoving } = flow;
  if (session.openedBy === null) return nothing;
  return html`${button(
    texts.text(session.openedBy === "password" ? "connect.logOut" : "connect.forgetToken"),
    () => {
      void session.logOut();
    },
    { can: !isMoving },
  )}
  ${isMoving ? html`<span class="hint">${texts.text("connect.moveUnderWay")}</span>` : nothing}`;
}
