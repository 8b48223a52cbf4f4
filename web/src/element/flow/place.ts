// Where somebody is in the flow: what a link can say.

/** The steps in their order; the record of earlier moves stands beside them. */
export const kSteps = [
  "connect",
  "conversation",
  "visitor",
  "preview",
  "result",
  "history",
] as const;

/** One step. */
export type Step = (typeof kSteps)[number];

/** A step with what was chosen. Never a secret. */
export interface Place {
  readonly step: Step;
  /** "": not chosen yet. */
  readonly rid: string;
  readonly newVisitorId: string;
}

/** A place to go to. "connect" is also what is said where no step is named, unless it `isNamed`. */
export interface Target extends Place {
  readonly isNamed?: boolean;
  /** Whether, where no person is named, the one who was picked for the last conversation is none for it. */
  readonly isAnew?: boolean;
}

/** Whether a text is the name of a step. */
export function isStep(text: unknown): text is Step {
  return kSteps.some((step) => step === text);
}
