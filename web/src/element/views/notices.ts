// What every step shows in the same way: that something is under way, waits, or went wrong.
import { html, nothing, type TemplateResult } from "lit";

import type { Job } from "../flow/job.js";
import { kFault, type Problem } from "../flow/problem.js";
import { pageWords } from "../page-words.js";
import { textTemplate } from "../text-template.js";
import type { TextKey } from "../text/catalogue.js";
import type { ErrorText, Texts } from "../text/texts.js";
import type { ViewContext } from "./view.js";

/** A problem in the reader's words; the remedy is the one after a move. */
export function problemText(problem: Problem, texts: Texts): ErrorText {
  const { code, found } = problem;
  if (code !== kFault) {
    const page = pageWords(problem, texts);
    return page === null ? texts.error(problem) : { code, found, ...page };
  }
  const message = texts.withFound(texts.text("shell.fault"), found);
  return { code, message, remedy: texts.text("shell.faultRemedy"), found };
}

/** The same of what only reads: no move is in doubt. */
export function readText(problem: Problem, texts: Texts): ErrorText {
  const text = problemText(problem, texts);
  const remedy = Object.hasOwn(kRemedies, text.code) ? kRemedies[text.code] : undefined;
  return remedy === undefined ? text : { ...text, remedy: texts.text(remedy) };
}

/** The same as one text, to be said aloud; "" where there is no problem. */
export function problemAlert({ problem }: Pick<Job, "problem">, texts: Texts): string {
  if (problem === null) return "";
  const { message, remedy } = readText(problem, texts);
  return `${message} ${remedy}`;
}

/** A problem of what only reads, with what can be done about it right there. */
export function problemView(
  problem: Problem | null,
  context: ViewContext,
  actions: unknown = nothing,
): TemplateResult | typeof nothing {
  if (problem === null) return nothing;
  return errorView(readText(problem, context.texts), context, actions);
}

/** The same in words of the caller's own. */
export function errorView(
  { code, message, remedy }: ErrorText,
  { texts }: ViewContext,
  actions: unknown = nothing,
): TemplateResult {
  return html`<div class="notice bad" part="problem">
    <p>${textTemplate(message)}</p>
    <p><b>${texts.text("shell.whatToDo")}</b> ${textTemplate(remedy)}</p>
    <p class="small muted">${texts.rich("shell.code", { code: html`<code>${code}</code>` })}</p>
    ${actions === nothing ? nothing : html`<div class="bar">${actions}</div>`}
  </div>`;
}

/** Whether a job waits for anything that is worth a word. */
export function isWaiting(job: Job, context: ViewContext): boolean {
  return job.wait !== null || waitsForHost(job, context);
}

/** Why a job waits and until when, where that is known; nothing while it does not wait. */
export function waitView(job: Job, context: ViewContext): TemplateResult | typeof nothing {
  const { texts } = context;
  const { wait } = job;
  if (waitsForHost(job, context)) {
    return html`<p class="notice" part="notice">${texts.text("connect.askingPage")}</p>`;
  }
  if (wait === null) return nothing;
  return html`<rv-wait
    class="notice"
    part="notice"
    .why=${texts.text(`wait.${wait.why}`)}
    .until=${wait.until}
    .texts=${texts}
  ></rv-wait>`;
}

/** The same, to be said aloud once. */
export function waitStatus(job: Job, context: ViewContext): string {
  const { texts } = context;
  if (waitsForHost(job, context)) return texts.text("connect.askingPage");
  if (job.wait === null) return "";
  const time = texts.format.time(job.wait.until);
  return texts.text("wait.untilSaid", { why: texts.text(`wait.${job.wait.why}`), time });
}

// The first step tells it of its own work beside the buttons, and an ended session in its notice.
function waitsForHost(job: Job, { flow: { session } }: ViewContext): boolean {
  if (job === session.job || session.expired) return false;
  return session.hostWaitOf(job.signal) === "long";
}

// Their usual remedy is to look whether the conversation was moved.
const kRemedies: Readonly<Record<string, TextKey>> = {
  network_failed: "shell.checkNetwork",
  timed_out: "shell.tryLater",
  out_of_time: "shell.tryLater",
  server_error: "shell.tryLater",
  cut_off: "shell.tryLater",
  empty_answer: "shell.tryLater",
  failure_without_reason: "shell.tryLater",
  unrecognised_error: "shell.tryLater",
};
