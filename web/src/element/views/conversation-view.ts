// The step "conversation".
import { html, type TemplateResult } from "lit";

import { problemAlert, problemView, waitStatus, waitView } from "./notices.js";
import type { StepView, ViewContext } from "./view.js";

/** See above. */
export const kConversationView: StepView = {
  heading: "conversation.heading",
  render,
  status: ({ flow, texts }) => waitStatus(flow.conversation.job, texts),
  alert: ({ flow, texts }) => problemAlert(flow.conversation.job, texts),
};

function render(context: ViewContext): TemplateResult {
  const { job } = context.flow.conversation;
  return html`${waitView(job, context)} ${problemView(job.problem, context)}`;
}
