// The server's own validators, as published for 6.13.1, against the stand-in: each endpoint accepts
// and refuses what the server does, and refuses in the same words.
import { createRequire } from "node:module";

import { describe, expect, test } from "vitest";

import type { Standin } from "../../web/src/standin/standin.js";
import { createStandin, kNow } from "../standin/standin-fixture.js";
import { makeChance } from "./bodies.js";
import { bodyInputs, queryInputs } from "./request-inputs.js";
import type { Input } from "./request-inputs.js";
import { namesIn } from "./schema-words.js";
import type { Words } from "./schema-words.js";
import { kValidatedEndpoints } from "./validated-endpoints.js";
import type { ValidatedEndpoint } from "./validated-endpoints.js";

const kSeed = 20241120;
/** Beside those with one misfit. */
const kMixedInputs = 400;
const kFewestInputs = 300;
/** Of all inputs of an endpoint, in each direction: else its row would mean little. */
const kFewestShare = 1 / 20;
const kVersion = "6.13";
/** Disagreements in the report of a failure. */
const kShown = 20;

interface Validator {
  (parameters: unknown): boolean;
  readonly errors: readonly { readonly message: string }[] | null;
  readonly schema: Words;
}

const requireTypings = createRequire(new URL("../server-typings/package.json", import.meta.url));

function validatorOf({ file, validator }: ValidatedEndpoint): Validator {
  const module = requireTypings(`@rocket.chat/rest-typings/dist/v1/${file}.js`) as Readonly<
    Record<string, Validator>
  >;
  const found = module[validator];
  if (found === undefined) throw new Error(`the package has no ${validator}`);
  return found;
}

/** The members of all endpoints: one of them in a wrong place is the likeliest fault. */
const kNames = [...new Set(kValidatedEndpoints.flatMap((row) => namesIn(validatorOf(row).schema)))];

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The refusal that the server would send; undefined if it accepts. */
function serversRefusal(row: ValidatedEndpoint, validator: Validator, input: Input) {
  if (validator(input.read())) return undefined;
  const message = validator.errors?.map((error) => error.message).join("\n ") ?? "";
  const words = { error: `${message} [invalid-params]`, errorType: "invalid-params" };
  return { status: 400, body: { success: false, ...(row.ownWords ?? words) } };
}

// An administrator, who may do all of it and is not counted by the limiter.
const kAdmin: readonly (readonly [string, string])[] = [
  ["X-User-Id", "aDmnT4kWq8RzYx2Gs"],
  ["X-Auth-Token", "admin-Token-of-the-documentation-seed-00001"],
];

function ask(standin: Standin, { method, path, endpoint }: ValidatedEndpoint, text: string) {
  const url = `/api/v1/${path ?? endpoint}`;
  const request =
    method === "GET"
      ? { method, url: `${url}?${text}`, headers: kAdmin, body: new Uint8Array() }
      : {
          ...{ method, url, body: new TextEncoder().encode(text) },
          headers: [...kAdmin, ["Content-Type", "application/json"] as const],
        };
  const { status, body } = standin.handle(request, "127.0.0.1", kNow);
  return { status, body: JSON.parse(body) as Answer["body"] };
}

/** How the two differ; empty if they agree. */
function differences(
  expected: Answer | undefined,
  answer: Answer,
  errorType = "invalid-params",
): string[] {
  const ours = JSON.stringify(answer);
  if (expected !== undefined) {
    const theirs = JSON.stringify(expected);
    return ours === theirs ? [] : [`server: ${theirs}, stand-in: ${ours}`];
  }
  return answer.body["errorType"] === errorType ? [`server: accepted, stand-in: ${ours}`] : [];
}

interface Comparison {
  readonly inputs: number;
  readonly refused: number;
  readonly disagreements: readonly string[];
}

async function compare(row: ValidatedEndpoint, validator: Validator): Promise<Comparison> {
  const version = row.version ?? kVersion;
  const standin = await createStandin({ version, rateLimiter: false });
  const makeInputs = row.method === "GET" ? queryInputs : bodyInputs;
  const inputs = makeInputs({
    ...{ words: validator.schema, foreignNames: kNames },
    ...{ mixed: kMixedInputs, chance: makeChance(kSeed) },
  });
  let refused = 0;
  const disagreements: string[] = [];
  for (const input of inputs) {
    const expected = serversRefusal(row, validator, input);
    if (expected !== undefined) refused += 1;
    const answer = ask(standin, row, input.text);
    for (const difference of differences(expected, answer, row.ownWords?.errorType))
      disagreements.push(`${input.text}: ${difference}`);
  }
  standin.dispose();
  return { inputs: inputs.length, refused, disagreements };
}

describe(`the published validators, seed ${kSeed}`, () => {
  test.each(kValidatedEndpoints)("$endpoint refuses what the server does", async (row) => {
    const { inputs, refused, disagreements } = await compare(row, validatorOf(row));
    expect(disagreements.slice(0, kShown)).toEqual([]);
    expect(inputs).toBeGreaterThanOrEqual(kFewestInputs);
    expect(refused).toBeGreaterThan(inputs * kFewestShare);
    expect(inputs - refused).toBeGreaterThan(inputs * kFewestShare);
    process.stdout.write(
      `differential: ${row.endpoint}: ${inputs} inputs, ${refused} refused, 0 disagreements\n`,
    );
  });

  // Validators of other endpoints that differ in little: a member more, a member less, a type.
  test.each([
    ["livechat/visitors.chatHistory", "livechat/:rid/messages"],
    ["livechat/:rid/messages", "livechat/visitors.pagesVisited"],
    ["livechat/visitors.info", "livechat/inquiries.getOne"],
    ["livechat/room", "livechat/messages.history"],
    ["livechat/inquiries.take", "livechat/agent.status"],
    ["permissions.update", "livechat/users/agent"],
  ])("%s would not agree with the validator of %s", async (endpoint, other) => {
    const { disagreements } = await compare(rowOf(endpoint), validatorOf(rowOf(other)));
    expect(disagreements).not.toEqual([]);
  });
});

function rowOf(endpoint: string): ValidatedEndpoint {
  const found = kValidatedEndpoints.find((row) => row.endpoint === endpoint);
  if (found === undefined) throw new Error(`there is no row ${endpoint}`);
  return found;
}
