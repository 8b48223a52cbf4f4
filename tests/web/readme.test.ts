// The README's examples, run. Each stands here between two marks and must stand in the README to the
// letter; imports and indentation apart.
import { readFileSync } from "node:fs";

import { beforeEach, describe, expect, test, vi } from "vitest";

import { connect as connectTo, type ConnectOptions, load } from "../../web/src/index.js";
import { createStandinFetch } from "../../web/src/standin/page-host.js";
import { createStandin } from "../standin/standin-fixture.js";
import { kMove, kSession as session } from "./golden.js";

const { rid, oldVisitorId, newVisitorId } = kMove;
const update = kMove;
const printed = vi.fn();
const console = { log: printed };
let connect: typeof connectTo;

beforeEach(async () => {
  printed.mockClear();
  const fetch = createStandinFetch(await createStandin());
  connect = (options: ConnectOptions) => connectTo({ ...options, fetch });
});

describe("README", () => {
  test("moves a room", async () => {
    // begin
    const chat = await connect({ server: "https://chat.example.com", credentials: () => session });
    const outcome = await chat.updateRoomVisitor({ rid, oldVisitorId, newVisitorId });
    if (outcome.verdict === "applied") console.log("moved", outcome.receipt.rid);
    else console.log(outcome.verdict, outcome.error.code, outcome.error.remedy);
    // end
    expect(printed).toHaveBeenCalledExactlyOnceWith("moved", rid);
  });

  test("looks before it moves", async () => {
    // begin
    const chat = await connect({ server: "https://chat.example.com", credentials: () => session });
    const { canUpdate, findings } = await chat.check(); // server, version, user, permissions
    const { update, changes, issues } = await chat.preview({ rid, newVisitorId }); // and what stays
    console.log(canUpdate, findings.length, update?.oldVisitorId, changes.length, issues.length);
    // end
    expect(printed).toHaveBeenCalledExactlyOnceWith("yes", 0, oldVisitorId, 4, 0);
  });

  test("validates and builds without sending", async () => {
    // begin
    const rv = await load();
    const { valid, issues } = rv.validate({ rid, oldVisitorId, newvisitorId: "typo" });
    const request = rv.buildRequest(update, "https://chat.example.com", session);
    console.log(rv.toCurl(request)); // tokens hidden; { reveal: true } shows them
    // end
    expect(valid).toBe(false);
    expect(issues.map(({ code }) => code)).toEqual(["missing", "misspelled_key"]);
    expect(printed.mock.calls[0]?.[0]).toContain("'X-Auth-Token: ••••••••'");
  });

  test("has these examples and no others", () => {
    const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");
    const blocks = [...read("../../README.md").matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) =>
      (code ?? "").replace(/^import .*\n\n/gm, ""),
    );
    const regions = [...read("readme.test.ts").matchAll(/^ {4}\/\/ begin\n(.*?)^ {4}\/\/ end/gms)];
    expect(blocks).toEqual(regions.map(([, code]) => (code ?? "").replace(/^ {4}/gm, "")));
  });
});
