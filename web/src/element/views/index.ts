// The view of each step.
import type { Step } from "../flow/place.js";
import { kConnectView } from "./connect-view.js";
import { kConversationView } from "./conversation-view.js";
import { kHistoryView } from "./history-view.js";
import { kPreviewView } from "./preview-view.js";
import { kResultView } from "./result-view.js";
import type { StepView } from "./view.js";
import { kVisitorView } from "./visitor-view.js";

/** By step. */
export const kViews: Readonly<Record<Step, StepView>> = {
  connect: kConnectView,
  conversation: kConversationView,
  visitor: kVisitorView,
  preview: kPreviewView,
  result: kResultView,
  history: kHistoryView,
};
