// The step "visitor".
import { html, type TemplateResult } from "lit";

import { problemAlert, problemView, waitStatus, waitView } from "./notices.js";
import type { StepView, ViewContext } from "./view.js";

/** See above. */
export const kVisitorView: StepView = {
  heading: "visitor.heading",
  render,
  status: ({ flow, texts }) => waitStatus(flow.visitor.job, texts),
  alert: ({ flow, texts }) => problemAlert(flow.visitor.job, texts),
};

function render(context: ViewContext): TemplateResult {
  const { job } = context.flow.visitor;
  return html`${waitView(job, context)} ${problemView(job.problem, context)}`;
}
