// Carries out what a state machine of the core says, until it is done. No rule is kept here.
import type { Driven, Effects } from "./effects.js";
import type { SendStep, Step } from "./steps.js";
import type { Task } from "./task.js";

/** Resolves when the machine is done; rejects only if the machine or an effect throws. */
export async function drive<Done extends { readonly step: "done" }>(
  machine: Task<Done>,
  effects: Effects,
  signal: AbortSignal | undefined,
): Promise<Driven<Done>> {
  const running = new Map<number, AbortController>();
  let cause: unknown;
  let broken: { readonly error: unknown } | undefined;
  const fail = (error: unknown): void => {
    broken ??= { error };
    effects.bell.ring();
  };
  const report = (work: () => void): void => {
    try {
      work();
      effects.bell.ring();
    } catch (error) {
      fail(error);
    }
  };
  const start = async ({ attempt, request, kind }: SendStep): Promise<void> => {
    const controller = new AbortController();
    running.set(attempt, controller);
    const result = await effects.send(request, controller.signal, kind);
    running.delete(attempt);
    if (!controller.signal.aborted) cause = result.kind === "failure" ? result.cause : undefined;
    report(() => {
      if (result.kind === "failure") machine.onFailure(attempt, result.reason, result.sent);
      else machine.onAnswer(attempt, result.status, result.headers, result.body);
    });
  };
  const ask = async (): Promise<void> => {
    const given = await effects.credentials();
    report(() => {
      machine.onCredentials(given);
    });
  };
  const cancel = (): void => {
    report(() => {
      machine.cancel();
    });
  };
  signal?.addEventListener("abort", cancel, { once: true });
  if (signal?.aborted === true) cancel();
  try {
    for (;;) {
      if (broken !== undefined) throw broken.error;
      const step: Step | Done = machine.next(effects.random());
      if (step.step === "done") return { done: step, cause };
      // Whoever hears of a step may cancel: what is told is under way by then.
      if (step.step === "abort") {
        running.get(step.attempt)?.abort();
      } else if (step.step === "send") {
        start(step).catch(fail);
        effects.onProgress({ step: "send", kind: step.kind });
      } else if (step.step === "credentials") {
        ask().catch(fail);
        effects.onProgress(step);
      } else {
        const forMs = Math.max(0, step.until - effects.now());
        const waiting = effects.bell.wait(forMs);
        effects.onProgress({ step: "wait", why: step.why, forMs });
        await waiting;
      }
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
    for (const controller of running.values()) controller.abort();
  }
}
