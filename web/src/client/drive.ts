// Carries out what the state machine of an update says, until it is done. No rule is kept here.
import type { Driven, Effects } from "./effects.js";
import type { Reassignment, Step } from "./reassignment.js";

/** Resolves when the machine is done; rejects only if the machine or an effect throws. */
export async function drive(
  machine: Reassignment,
  effects: Effects,
  signal: AbortSignal | undefined,
): Promise<Driven> {
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
  const start = async ({ attempt, request }: Extract<Step, { step: "send" }>): Promise<void> => {
    const controller = new AbortController();
    running.set(attempt, controller);
    const result = await effects.send(request, controller.signal);
    running.delete(attempt);
    if (result.kind === "failure") ({ cause } = result);
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
      const step = machine.next(effects.random());
      if (step.step === "done") return { done: step, cause };
      if (step.step === "abort") {
        running.get(step.attempt)?.abort();
      } else if (step.step === "send") {
        effects.onProgress({ step: "send", kind: step.kind });
        start(step).catch(fail);
      } else if (step.step === "credentials") {
        effects.onProgress(step);
        ask().catch(fail);
      } else {
        const forMs = Math.max(0, step.until - effects.now());
        effects.onProgress({ step: "wait", why: step.why, forMs });
        await effects.bell.wait(forMs);
      }
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
    for (const controller of running.values()) controller.abort();
  }
}
