// The step "history".
import { html, type TemplateResult } from "lit";

import { problemAlert, problemView, waitStatus, waitView } from "./notices.js";
import type { StepView, ViewContext } from "./view.js";

/** See above. */
export const kHistoryView: StepView = {
  heading: "history.heading",
  render,
  status: ({ flow, texts }) => waitStatus(flow.history.job, texts),
  alert: ({ flow, texts }) => problemAlert(flow.history.job, texts),
};

function render(context: ViewContext): TemplateResult {
  const { job } = context.flow.history;
  return html`${waitView(job, context)} ${problemView(job.problem, context)}`;
}
