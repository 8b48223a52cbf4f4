// The step "connect".
import { html, type TemplateResult } from "lit";

import { problemAlert, problemView, waitStatus, waitView } from "./notices.js";
import type { StepView, ViewContext } from "./view.js";

/** See above. */
export const kConnectView: StepView = {
  heading: "connect.heading",
  render,
  status: ({ flow, texts }) => waitStatus(flow.session.job, texts),
  alert: ({ flow, texts }) => problemAlert(flow.session.job, texts),
};

function render(context: ViewContext): TemplateResult {
  const { job } = context.flow.session;
  return html`${waitView(job, context)} ${problemView(job.problem, context)}`;
}
