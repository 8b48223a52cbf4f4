// What the form says: which fields are wrong and why, and the request that would be sent.
import { isRoomVisitorError, type Issue } from "../src/errors.js";
import type { HttpRequest } from "../src/client/http.js";
import type { RoomVisitor } from "../src/client/load.js";
import type { VisitorUpdate } from "../src/client/update.js";
import { type FieldNote, type FieldState, fieldState } from "../src/element/id-field-model.js";
import type { FormField } from "../src/element/outcome-model.js";

/** The values of all fields. */
export type FormValues = Readonly<Record<FormField, string>>;

/** The form as it was filled in. */
export interface FormInput {
  readonly values: FormValues;
  readonly allowInsecure: boolean;
  readonly visited: ReadonlySet<FormField>;
  /** What the server said about a value, until that value is edited. */
  readonly refusals: Readonly<Partial<Record<FormField, FieldNote>>>;
}

/** The form as it is shown. */
export interface FormView {
  readonly fields: Readonly<Record<FormField, FieldState>>;
  /** The fields that prevent sending, in the order of the form. */
  readonly wrong: readonly FormField[];
  /** True when only the missing encryption prevents sending, or would. */
  readonly insecure: boolean;
  /** The request, when the form is right. */
  readonly request: HttpRequest | null;
}

/** The fields in the order of the form. */
export const kFormFields = [
  "server",
  "userId",
  "authToken",
  "rid",
  "oldVisitorId",
  "newVisitorId",
] as const satisfies readonly FormField[];

/** The documentation's example call; the server is whatever is filled in. */
export const kExample: Omit<FormValues, "server"> = {
  userId: "rYhzFRd2QZjNwAAXX",
  authToken: "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
  rid: "tcbbSmWSLR5uo5PBW",
  oldVisitorId: "6425bb86c29657e5b3ba26b2",
  newVisitorId: "6425bb86c29657e5b3ba26b2",
};

/** The update of the form. */
export function updateOf({ rid, oldVisitorId, newVisitorId }: FormValues): VisitorUpdate {
  return { rid, oldVisitorId, newVisitorId };
}

/** Judges the form with the core's rules. */
export function formView(rv: RoomVisitor, input: FormInput): FormView {
  const { values, allowInsecure, visited, refusals } = input;
  const issues = [
    ...rv.validate(updateOf(values)).issues,
    ...connectionIssues(rv, values, allowInsecure),
  ];
  const state = (name: FormField): FieldState => {
    const refusal = refusals[name] ?? null;
    return fieldState({ name, value: values[name], issues, visited: visited.has(name), refusal });
  };
  const wrong = kFormFields.filter((name) =>
    issues.some(({ path, severity }) => path === `/${name}` && severity === "error"),
  );
  return {
    fields: {
      server: state("server"),
      userId: state("userId"),
      authToken: state("authToken"),
      rid: state("rid"),
      oldVisitorId: state("oldVisitorId"),
      newVisitorId: state("newVisitorId"),
    },
    wrong,
    insecure: allowInsecure || issues.some(({ code }) => code === "insecure_server_url"),
    request: wrong.length === 0 ? requestOf(rv, values, allowInsecure) : null,
  };
}

// The builder stops at its first error, so each field of the connection is tried with fillers in the
// places of the others.
function connectionIssues(rv: RoomVisitor, values: FormValues, allowInsecure: boolean): Issue[] {
  const { server, userId, authToken } = values;
  const tries: [FormField, FormValues][] = [
    ["server", { ...kFiller, server }],
    ["userId", { ...kFiller, userId }],
    ["authToken", { ...kFiller, authToken }],
  ];
  return tries.flatMap(([field, tried]) => {
    try {
      rv.buildRequest(updateOf(tried), tried.server, tried, { allowInsecure });
      return [];
    } catch (error) {
      if (!isRoomVisitorError(error)) throw error;
      const { code, found, expected, message, remedy } = error;
      const path = `/${field}`;
      return [{ code, severity: "error", path, found, expected, message, remedy } as const];
    }
  });
}

function requestOf(
  rv: RoomVisitor,
  values: FormValues,
  allowInsecure: boolean,
): HttpRequest | null {
  try {
    return rv.buildRequest(updateOf(values), values.server, values, { allowInsecure });
  } catch (error) {
    if (!isRoomVisitorError(error)) throw error;
    return null;
  }
}

const kFiller: FormValues = { ...kExample, server: "https://chat.example.com" };
