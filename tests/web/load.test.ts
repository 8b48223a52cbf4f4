import { beforeAll, describe, expect, test } from "vitest";

import { connect, isCallerError, load, type RoomVisitor } from "../../web/src/index.js";
import { kRawFunctions } from "../../web/src/wasm/raw-module.js";
import { loadModule } from "../../web/src/wasm/loader.js";
import { goldenRoom, kGoldenUpdate, kMove, kSession, kVisitorToken, readData } from "./golden.js";

let rv: RoomVisitor;
beforeAll(async () => {
  rv = await load();
});

const rows = <T>(name: string): T[] => JSON.parse(readData(name)) as T[];

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("the raw module", () => {
  test("has exactly the functions that raw-module.ts declares", async () => {
    const raw = await loadModule();
    for (const [name, count] of Object.entries(kRawFunctions)) {
      const call = Reflect.get(raw, name) as unknown;
      expect(call, name).toBeTypeOf("function");
      // Embind checks the number of arguments, its functions report none.
      const wrong = Array.from({ length: count + 1 }, () => "");
      expect(() => (call as (...texts: string[]) => string)(...wrong), name).toThrow(/argument/);
    }
    const others = Object.keys(raw).filter(
      (name) => typeof Reflect.get(raw, name) === "function" && !Object.hasOwn(kRawFunctions, name),
    );
    // Names with an underscore are the run-time's own exports.
    expect(others.filter((name) => !/^_|^dynCall/.test(name) && !kGlueFunctions.has(name))).toEqual(
      [],
    );
  });

  test("is shared by loads of one source, and not by others", async () => {
    expect(await loadModule()).toBe(await loadModule({}));
  });
});

// What the glue adds of its own; a new binding must be declared in raw-module.ts.
const kGlueFunctions: ReadonlySet<string> = new Set([
  "BindingError",
  "InternalError",
  "UnboundTypeError",
  "instantiateWasm",
  "run",
]);

describe("load", () => {
  test("fails by name and can be tried again with the same source", async () => {
    let answers = 0;
    const fetch = (): Promise<Response> => {
      answers += 1;
      return Promise.resolve(new Response("<!doctype html>", { status: 200 }));
    };
    const options = { wasmUrl: "https://app.example.com/x.wasm", fetch };
    await expect(load(options)).rejects.toMatchObject({ code: "wasm_is_html" });
    await expect(load(options)).rejects.toMatchObject({ code: "wasm_is_html" });
    expect(answers).toBe(2);
  });

  test("refuses an address that is none", async () => {
    const wasmUrl = "https://[broken";
    await expect(load({ wasmUrl })).rejects.toMatchObject({ code: "wasm_not_found" });
  });
});

interface UpdateRow {
  name: string;
  update?: unknown;
  text?: string;
  valid: boolean;
  issues: [code: string, severity: string, path: string][];
}

describe("validate", () => {
  test.each(rows<UpdateRow>("updates.json").map((row) => [row.name, row] as const))(
    "%s",
    (_, row) => {
      const update: unknown = row.text === undefined ? row.update : JSON.parse(row.text);
      const { valid, issues } = rv.validate(update);
      const found = issues.map(({ code, severity, path }) => [code, severity, path]);
      expect([valid, ...found.sort()]).toEqual([row.valid, ...row.issues.sort()]);
      for (const { message, remedy } of issues) expect([message, remedy]).not.toContain("");
    },
  );

  test.each<[string, unknown, string]>([
    ["null", null, "not_an_object"],
    ["an array", [], "not_an_object"],
    ["a bigint as id", { ...kMove, rid: 10n }, "not_a_string"],
    ["a function as id", { ...kMove, rid: () => "x" }, "not_a_string"],
    ["a symbol as id", { ...kMove, rid: Symbol("x") }, "not_a_string"],
    ["half a surrogate pair", { ...kMove, rid: "a\ud800" }, "ill_formed_unicode"],
    ["an own __proto__", JSON.parse('{"__proto__":{}}'), "unknown_key"],
  ])("finds %s", (_, update, code) => {
    expect(rv.validate(update).issues.map((issue) => issue.code)).toContain(code);
  });

  test("gives back the ids exactly, NUL and emoji included where they are legal", () => {
    const update = { ...kMove, newVisitorId: "😀 אבג" };
    expect(rv.validate(update).update).toEqual(update);
    expect(rv.validate({ ...kMove, rid: "a\0b" }).issues[0]).toMatchObject({
      code: "control_character",
      path: "/rid",
    });
  });
});

// What TypeScript would not let pass; each was a TypeError of the engine.
describe("arguments of another kind", () => {
  const u = undefined as never;
  test.each<[string, () => unknown, string]>([
    [
      "buildRequest without credentials",
      () => rv.buildRequest(kMove, "https://x", u),
      "/credentials",
    ],
    [
      "buildRequest with null",
      () => rv.buildRequest(kMove, "https://x", null as never),
      "/credentials",
    ],
    ["buildRequest without a server", () => rv.buildRequest(kMove, u, kSession), "/server"],
    ["readResponse without headers", () => rv.readResponse(200, u, "{}"), "/headers"],
    ["readResponse without a body", () => rv.readResponse(200, {}, u), "/body"],
    ["redact of nothing", () => rv.redact(u), "/text"],
    ["toCurl of nothing", () => rv.toCurl(u), "/request"],
  ])("%s", (_, act, path) => {
    expect(thrownBy(act)).toMatchObject({ name: "CallerError", code: "invalid_input", path });
  });

  test("readResponse with a status that is none, validate of nothing", () => {
    expect(thrownBy(() => rv.readResponse("200" as never, {}, "{}"))).toMatchObject({
      code: "invalid_input",
    });
    expect(rv.validate(u).valid).toBe(false);
  });

  test("connect with nothing, and without a server", async () => {
    const refused = { name: "CallerError", code: "invalid_input" };
    await expect(connect(u)).rejects.toMatchObject({ ...refused, path: "" });
    const credentials = (): typeof kSession => kSession;
    const without = connect({ credentials } as never);
    await expect(without).rejects.toMatchObject({ ...refused, path: "/server" });
  });
});

describe("readResponse", () => {
  test("hides the secrets that it was told of, and leaves the room as it is", () => {
    const secrets = ["wort", "geheim"];
    const refusal = JSON.stringify({ success: false, error: "no geheim, no wort" });
    const answer = rv.readResponse(400, {}, refusal, { update: kMove, secrets });
    expect(JSON.stringify(answer)).not.toMatch(/geheim|wort/);
    const room = JSON.stringify({ success: true, room: { ...goldenRoom(), topic: "geheim" } });
    const { meaning } = rv.readResponse(200, {}, room, { update: kGoldenUpdate, secrets });
    expect(meaning.roomText).toContain("geheim");
  });
});

describe("buildRequest", () => {
  test("builds the documentation's call", () => {
    const request = rv.buildRequest(kGoldenUpdate, "http://localhost:3000", kSession);
    expect(request).toEqual({
      method: "PUT",
      url: "http://localhost:3000/api/v1/livechat/room.visitor",
      headers: [
        ["X-Auth-Token", kSession.authToken],
        ["X-User-Id", kSession.userId],
        ["Content-Type", "application/json"],
      ],
      body: '{"rid":"tcbbSmWSLR5uo5PBW","oldVisitorId":"6425bb86c29657e5b3ba26b2","newVisitorId":"6425bb86c29657e5b3ba26b2"}',
    });
    expect(rv.toCurl(request)).not.toContain(kSession.authToken);
    expect(rv.toCurl(request, { reveal: true })).toContain(kSession.authToken);
  });

  interface UrlRow {
    text: string;
    base?: string;
    code?: string;
    hides?: string;
  }

  test.each(rows<UrlRow>("server-urls.json").map((row) => [row.text, row] as const))(
    "treats the address %j",
    (text, { base, code, hides }) => {
      const build = (): string => rv.buildRequest(kMove, text, kSession).url;
      if (base !== undefined) {
        expect(build()).toBe(`${base}/api/v1/livechat/room.visitor`);
        return;
      }
      const error = thrownBy(build);
      expect(error).toMatchObject({ name: "CallerError", code });
      if (hides !== undefined) expect(JSON.stringify(error)).not.toContain(hides);
    },
  );

  test("throws with every finding and without a secret", () => {
    const error = thrownBy(() => rv.buildRequest({ rid: 12 }, "https://x.example", kSession));
    expect(isCallerError(error) && error.issues.map(({ path }) => path)).toEqual([
      "/rid",
      "/oldVisitorId",
      "/newVisitorId",
    ]);
    const unsendable = ["secret-part\nX-Evil: 1", "secret-part é"];
    for (const authToken of unsendable) {
      const refused = thrownBy(() =>
        rv.buildRequest(kMove, "https://x.example", { ...kSession, authToken }),
      );
      expect(refused).toMatchObject({ code: "invalid_credentials", path: "/authToken" });
      expect(JSON.stringify(refused) + String(refused)).not.toContain("secret-part");
    }
    const without = { ...kSession, authToken: "" };
    expect(thrownBy(() => rv.buildRequest(kMove, "https://x.example", without))).toMatchObject({
      code: "missing_credentials",
      path: "/authToken",
    });
  });
});

interface AnswerRow {
  name: string;
  profile?: "absent" | "broken" | "two_permissions" | "one_permission" | "removed";
  status: number;
  type: string | null;
  body: string;
  kind: string;
  code: string | null;
  headers?: Record<string, string>;
}

describe("readResponse", () => {
  test.each(rows<AnswerRow>("answers.json").map((row) => [row.name, row] as const))(
    "%s",
    (_, { profile, status, type, body, kind, code, headers }) => {
      const fields = { ...headers, ...(type === null ? {} : { "Content-Type": type }) };
      const { meaning } = rv.readResponse(status, fields, body, { profile });
      expect([meaning.kind, meaning.error?.code ?? null]).toEqual([kind, code]);
    },
  );

  test("takes headers in any form", () => {
    const body = '{"success":false,"error":"invalid-room"}';
    const pairs: [string, string][] = [["content-type", "application/json"]];
    for (const headers of [pairs, new Headers(pairs), Object.fromEntries(pairs)]) {
      expect(rv.readResponse(400, headers, body).meaning.error?.code).toBe("room_not_found");
    }
  });

  test("judges when it knows the update", () => {
    const body = JSON.stringify({ room: goldenRoom(), success: true });
    const headers = { "Content-Type": "application/json" };
    expect(rv.readResponse(200, headers, body, { update: kGoldenUpdate }).outcome).toEqual({
      verdict: "applied",
      proof: "answer",
      error: null,
    });
    expect(rv.readResponse(200, headers, body).outcome).toBeUndefined();
  });

  test("refuses half a surrogate pair by name", () => {
    const error = thrownBy(() => rv.readResponse(200, {}, "{\ud83d}"));
    expect(error).toMatchObject({ code: "ill_formed_unicode", path: "/body" });
  });

  test("survives a depth of 100,000 and 32 MiB", () => {
    const headers = { "Content-Type": "application/json" };
    const deep = "[".repeat(100_000);
    expect(rv.readResponse(200, headers, deep).meaning.kind).toBe("ambiguous");
    const sized = (length: number): string =>
      JSON.stringify({ room: { ...goldenRoom(), topic: "x".repeat(length) }, success: true });
    expect(rv.readResponse(200, headers, sized(31 * kMiB)).meaning.kind).toBe("success");
    const { error } = rv.readResponse(200, headers, sized(32 * kMiB)).meaning;
    expect(error?.code).toBe("answer_too_large");
  });
});

const kMiB = 1024 * 1024;

describe("diff and redact", () => {
  test("name changes and hide tokens", () => {
    expect(rv.diff({ v: { _id: "a" } }, { v: { _id: "b" }, x: 1 })).toEqual([
      { path: "/v/_id", kind: "changed", beforeText: '"a"', afterText: '"b"' },
      { path: "/x", kind: "added", afterText: "1" },
    ]);
    const text = rv.redact(JSON.stringify(goldenRoom()));
    expect(text).not.toContain(kVisitorToken);
    expect(text).toContain("guest-16");
  });

  test("refuse what is not JSON", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    expect(thrownBy(() => rv.diff({}, cyclic))).toMatchObject({
      code: "invalid_input",
      path: "/after",
    });
    expect(thrownBy(() => rv.diff("{", "{}"))).toHaveProperty("code");
    expect(thrownBy(() => rv.redact("nothing"))).toHaveProperty("code", "not_json");
  });
});
