// What is said of a problem of connecting or logging in.
import type { Problem } from "../flow/problem.js";
import type { SessionFlow } from "../flow/session-flow.js";
import { pageWords } from "../page-words.js";
import type { ErrorText, Texts } from "../text/texts.js";
import { pageProblem, signInProblem } from "./connect-model.js";
import { readText } from "./notices.js";

/** A problem of connecting or logging in, in the reader's words. `isHosts`: the host logs in. */
export function connectText(problem: Problem, texts: Texts, isHosts: boolean): ErrorText {
  // What was typed here can be corrected here.
  const isTyped = !isHosts && pageWords(problem, texts) !== null;
  return isTyped ? texts.error(problem) : readText(problem, texts);
}

/** What goes wrong in this step, to be said at once; "" where nothing does. */
export function connectAlert(session: SessionFlow, texts: Texts): string {
  const { job, capability, settings } = session;
  const isHosts = settings.provider !== null;
  const problem = signInProblem(session);
  if (problem !== null) {
    const { message, remedy } = connectText(problem, texts, isHosts);
    return `${message} ${remedy}`;
  }
  const page = !isHosts || capability === null || job.busy ? null : pageProblem(capability);
  return page === null ? "" : `${texts.text(page)} ${texts.text("connect.pageRemedy")}`;
}
