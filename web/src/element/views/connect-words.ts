// What is said of a problem while nothing is moved yet: no conversation is there to be looked at.
import type { Problem } from "../flow/problem.js";
import type { SessionFlow } from "../flow/session-flow.js";
import type { TextKey } from "../text/catalogue.js";
import type { ErrorText, Texts } from "../text/texts.js";
import { problemText } from "./notices.js";

/** A problem of connecting or logging in, in the reader's words. */
export function connectText(problem: Problem, texts: Texts): ErrorText {
  const text = problemText(problem, texts);
  const remedy = Object.hasOwn(kRemedies, text.code) ? kRemedies[text.code] : undefined;
  return remedy === undefined ? text : { ...text, remedy: texts.text(remedy) };
}

/** What goes wrong in this step, to be said at once; "" where nothing does. */
export function connectAlert({ job }: SessionFlow, texts: Texts): string {
  if (job.problem === null) return "";
  const { message, remedy } = connectText(job.problem, texts);
  return `${message} ${remedy}`;
}

// Their usual remedy is to look whether a conversation was moved.
const kRemedies: Readonly<Record<string, TextKey>> = {
  network_failed: "connect.checkNetwork",
  timed_out: "connect.tryLater",
  out_of_time: "connect.tryLater",
  server_error: "connect.tryLater",
  cut_off: "connect.tryLater",
  empty_answer: "connect.tryLater",
  failure_without_reason: "connect.tryLater",
  unrecognised_error: "connect.tryLater",
};
