// The step "preview".
import { html, type TemplateResult } from "lit";

import { problemAlert, problemView, waitStatus, waitView } from "./notices.js";
import type { StepView, ViewContext } from "./view.js";

/** See above. */
export const kPreviewView: StepView = {
  heading: "move.heading",
  render,
  status: ({ flow, texts }) => waitStatus(flow.move.job, texts),
  alert: ({ flow, texts }) => problemAlert(flow.move.job, texts),
};

function render(context: ViewContext): TemplateResult {
  const { job } = context.flow.move;
  return html`${waitView(job, context)} ${problemView(job.problem, context)}`;
}
