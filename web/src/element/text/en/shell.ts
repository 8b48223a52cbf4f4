// English: what stands round the steps, and what every step shares.
import type { Messages } from "../catalogue.js";

/** Messages of the shell. */
export const kShell = {
  "shell.steps": "Steps",
  "shell.step.connect": "Connect",
  "shell.step.conversation": "Conversation",
  "shell.step.visitor": "Visitor",
  "shell.step.preview": "Preview",
  "shell.step.result": "Result",
  "shell.step.history": "Earlier moves",
  "shell.loading": "Loading…",
  "shell.cancel": "Cancel",
  "shell.tryAgain": "Try again",
  "shell.error": "Error:",
  "shell.warning": "Check:",
  "shell.whatToDo": "What to do:",
  "shell.checkNetwork": "Check your network and the address of the workspace, then try again.",
  "shell.tryLater":
    "Wait a moment, then try again. If it stays like this, ask an administrator of the workspace.",
  "shell.found": "Found: {found}.",
  "shell.code": "Code: {code}",
  "shell.fault": "The page made a mistake and stopped what it was doing.",
  "shell.faultRemedy":
    "If a conversation was being moved, look at “Earlier moves” before you move it again.",
  "wait.until": "{why}. Going on at {time}, in {duration}.",
  "wait.untilSaid": "{why}. Going on at {time}.",
  "wait.answer": "The server has not answered yet",
  "wait.rate_limit": "The server takes no more calls for now",
  "wait.other_call": "Another call has to be answered first",
  "wait.retry": "The last try did not work",
  "wait.read_again": "The conversation could not be read",
  "wait.original_write": "An earlier request may still arrive",
} as const satisfies Messages;
