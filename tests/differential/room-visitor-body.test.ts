// The server's own validator of the body of room.visitor, as published for 6.13.1, against two of ours:
// what our validation accepts, the server accepts and leaves as it is; and the stand-in accepts and
// refuses exactly what the server does, with the same words, after the same coercion.
import { createRequire } from "node:module";

import { beforeAll, describe, expect, test } from "vitest";

import { load, type RoomVisitor } from "../../web/src/index.js";
import type { Standin } from "../../web/src/standin/standin.js";
import { createStandin, kAgentHeaders, kNow, kRoomVisitor } from "../standin/standin-fixture.js";
import { makeBody, makeChance } from "./bodies.js";

const kBodies = 6000;
const kSeed = 20230330;

interface ServersValidator {
  (body: unknown): boolean;
  readonly errors: readonly { readonly message: string }[] | null;
}

interface Verdict {
  readonly accepted: boolean;
  readonly error: string | null;
  /** The body as the validator leaves it: values are coerced in place. */
  readonly body: unknown;
}

const serversValidator = (
  createRequire(new URL("../server-typings/package.json", import.meta.url))(
    "@rocket.chat/rest-typings/dist/v1/omnichannel.js",
  ) as { isPUTLivechatRoomVisitorParams: ServersValidator }
).isPUTLivechatRoomVisitorParams;

function asTheServer(text: string): Verdict {
  const body: unknown = JSON.parse(text);
  const accepted = serversValidator(body);
  const messages = serversValidator.errors?.map(({ message }) => message).join("\n ");
  return { accepted, error: accepted ? null : `${messages ?? ""} [invalid-params]`, body };
}

let rv: RoomVisitor;
let standin: Standin;
beforeAll(async () => {
  rv = await load();
  standin = await createStandin({ rateLimiter: false, seedDocuments: { visitors: kOddVisitors } });
});

// Visitors whose ids are what coercion makes of numbers, booleans and null, so that a wrong coercion
// shows as an unknown visitor.
const kOddIds = ["12", "0", "1.5", "-1", "1e+21", "1e-7", "123456789012345680000", "true", "false"];
const kOddVisitors = [...kOddIds, "1.7976931348623157e+308", "5e-324", "0.1", "100"].map(
  (_id, at) => ({ _id, username: `odd-${String(at)}`, token: `odd-token-${String(at)}` }),
);
const kKnownVisitors = new Set(kOddVisitors.map(({ _id }) => _id));

function asTheStandin(text: string): { status: number; error: unknown; errorType: unknown } {
  const { status, body } = standin.handle(
    {
      method: "PUT",
      url: kRoomVisitor,
      headers: Object.entries(kAgentHeaders),
      body: new TextEncoder().encode(text),
    },
    "127.0.0.1",
    kNow,
  );
  return { status, ...(JSON.parse(body) as { error: unknown; errorType: unknown }) };
}

const bodies = (): string[] => {
  const chance = makeChance(kSeed);
  return Array.from({ length: kBodies }, () => makeBody(chance));
};

describe(`${String(kBodies)} bodies, seed ${String(kSeed)}`, () => {
  test("the stand-in accepts and refuses what the server does, in the same words", () => {
    let refused = 0;
    for (const text of bodies()) {
      const real = asTheServer(text);
      const ours = asTheStandin(text);
      const isSchemaRefusal = ours.errorType === "invalid-params";
      expect(isSchemaRefusal, text).toBe(!real.accepted);
      if (real.accepted) continue;
      refused += 1;
      expect({ status: ours.status, error: ours.error }, text).toEqual({
        status: 400,
        error: real.error,
      });
    }
    // Both ways often enough to mean something.
    expect(refused).toBeGreaterThan(kBodies / 10);
    expect(kBodies - refused).toBeGreaterThan(kBodies / 10);
    process.stdout.write(
      `differential: ${String(kBodies)} bodies, ${String(refused)} refused, 0 disagreements\n`,
    );
  });

  test("the stand-in coerces as the server does", () => {
    let coerced = 0;
    for (const text of bodies()) {
      const real = asTheServer(text);
      const { newVisitorId } = real.body as { newVisitorId?: unknown };
      const was = (JSON.parse(text) as { newVisitorId?: unknown }).newVisitorId;
      if (!real.accepted || typeof newVisitorId !== "string" || newVisitorId === was) continue;
      coerced += 1;
      const isKnown = kKnownVisitors.has(newVisitorId);
      expect(asTheStandin(text).error === "visitor-not-found", text).toBe(!isKnown);
    }
    expect(coerced).toBeGreaterThan(100);
  });

  test("what our validation accepts, the server accepts and leaves as it is", () => {
    let accepted = 0;
    for (const text of bodies()) {
      const value: unknown = JSON.parse(text);
      const checked = rv.validate(value);
      if (!checked.valid) continue;
      accepted += 1;
      const real = asTheServer(text);
      expect(real.accepted, text).toBe(true);
      expect(real.body, text).toEqual(value);
      expect(checked.update, text).toEqual(value);
    }
    expect(accepted).toBeGreaterThan(kBodies / 50);
  });
});
