import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { loadStandinModule } from "../../web/src/standin/load-module.js";
import type { RawStandinModule, RawWorkspace } from "../../web/src/standin/raw-module.js";
import { isStandinError } from "../../web/src/standin/standin-error.js";
import { Standin } from "../../web/src/standin/standin.js";
import {
  createStandin,
  kAgentHeaders,
  kGoldenBody,
  kNow,
  kRoomVisitor,
} from "./standin-fixture.js";

const kRequest = {
  method: "PUT",
  url: kRoomVisitor,
  headers: Object.entries(kAgentHeaders),
  body: new TextEncoder().encode(kGoldenBody),
};

const kEmptyModule = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

describe("a stand-in", () => {
  it("answers the documentation's call with the documentation's answer, in order", async () => {
    const standin = await createStandin();
    const file = new URL("../data/documentation-result.json", import.meta.url);
    const documented: unknown = JSON.parse(await readFile(file, "utf8"));
    const exchange = standin.handle(kRequest, "127.0.0.1", kNow);
    expect(exchange.status).toBe(200);
    expect(exchange.body).toBe(JSON.stringify(documented));
    expect(exchange.ending).toBe("complete");
    standin.dispose();
  });

  it("can be made from a compiled module", async () => {
    const { createModule, wasm } = await loadStandinModule();
    const compiled = await WebAssembly.compile(wasm);
    const standin = await Standin.create({ createModule, wasm: compiled });
    expect(standin.handle(kRequest, "127.0.0.1", kNow).status).toBe(200);
    standin.dispose();
  });

  it("takes the body as bytes", async () => {
    const standin = await createStandin();
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0x00, 0x80]);
    expect(standin.handle({ ...kRequest, body }, "127.0.0.1", kNow).status).toBe(400);
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...kRequest.body]);
    expect(standin.handle({ ...kRequest, body: marked }, "127.0.0.1", kNow).status).toBe(200);
    standin.dispose();
  });

  it("survives bodies that are deep, wide or too large", async () => {
    const standin = await createStandin({ rateLimiter: false });
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const send = (body: Uint8Array): number =>
      standin.handle({ ...kRequest, body }, "127.0.0.1", kNow).status;
    expect(send(encode("[".repeat(100_000) + "]".repeat(100_000)))).toBe(400);
    expect(send(encode(`[${"[],".repeat(5 * 2 ** 18)}[]]`))).toBe(400);
    expect(send(new Uint8Array(50 * 2 ** 20 + 1))).toBe(413);
    expect(send(kRequest.body)).toBe(200);
    standin.dispose();
  });

  it("keeps characters that JavaScript cannot hold as text apart from the rest", async () => {
    const standin = await createStandin();
    const url = "/api/v1/livechat/room?token=\ud800";
    const exchange = standin.handle({ ...kRequest, method: "GET", url }, "", kNow);
    expect(exchange.body).toBe('{"success":false,"error":"invalid-token"}');
    standin.dispose();
  });

  it.each([
    ["3.5", 200, "text/html; charset=utf-8"],
    ["5.1.5", 400, "application/json"],
    ["6.13", 200, "application/json"],
    ["7.0", 405, undefined],
    ["8.6.1", 404, "text/plain; charset=UTF-8"],
  ])("answers the documentation's call as version %s with %i", async (version, status, type) => {
    const standin = await createStandin({ version });
    const exchange = standin.handle(kRequest, "127.0.0.1", kNow);
    const headers = exchange.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
    expect(exchange.status).toBe(status);
    expect(new Map(headers).get("content-type")).toBe(type);
    standin.dispose();
  });

  it.each([
    [{ version: "8.7" }, "unsupported_version", "/version"],
    [{ version: "x" }, "invalid_version", "/version"],
    [{ seed: "nothing" }, "invalid_seed", "/seed"],
    [{ seedDocuments: { rooms: {} } }, "invalid_seed", "/rooms"],
    [{ chance: -1 }, "invalid_input", "/chance"],
    [{ faults: [{ kind: "restart", nth: 0 }] as const }, "invalid_input", "/faults/0/nth"],
  ])("refuses %j with %s", async (workspace, code, path) => {
    const error: unknown = await createStandin(workspace).catch((caught: unknown) => caught);
    if (!isStandinError(error)) throw new Error("expected a StandinError");
    expect(error).toMatchObject({ name: "StandinError", code, path });
    expect(error.expected).not.toBe("");
    expect(error.remedy).not.toBe("");
  });

  it("starts with a fault script, or with another one, and counts", async () => {
    const faults = [{ kind: "slow", milliseconds: 5 }] as const;
    const standin = await createStandin({ faults });
    expect(standin.faults()).toEqual(faults);
    expect(standin.handle(kRequest, "", kNow)).toMatchObject({ slowMs: 5, ending: "complete" });
    expect(standin.faultCounts().happened.slow).toBe(1);
    standin.setFaults('[{"kind":"cut","bytes":1}]');
    expect(standin.faultCounts().happened.slow).toBe(0);
    expect(standin.handle(kRequest, "", kNow)).toMatchObject({ ending: "cut", cutAt: 1 });
    standin.dispose();
    expect(() => standin.faultCounts()).toThrow(/disposed/);
  });

  it.each([
    [undefined, ""],
    [null, ""],
    [{}, ""],
    [[{ kind: "cut" }], "/0/bytes"],
  ])("keeps its script when told to take %j", async (faults, path) => {
    const standin = await createStandin();
    standin.setFaults([{ kind: "restart" }]);
    let error: unknown;
    try {
      standin.setFaults(faults as never);
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ name: "StandinError", code: "invalid_input", path });
    expect(standin.faults()).toEqual([{ kind: "restart" }]);
    standin.dispose();
  });

  it("goes on from its saved text where it was", async () => {
    const standin = await createStandin({ seed: "story", rooms: 3 });
    expect(standin.handle(kRequest, "", kNow).status).toBe(200);
    const saved = standin.save();
    const again = await createStandin({ seed: "empty", seedDocuments: saved, chance: 7 });
    expect(again.save()).toBe(saved);
    const own = '{"rooms":[{"_id":"named","10":"ten","9":"nine"}]}';
    const ordered = await createStandin({ seed: "empty", seedDocuments: own });
    expect(ordered.save()).toContain('"10":"ten","9":"nine"');
    for (const each of [standin, again, ordered]) each.dispose();
    expect(() => standin.save()).toThrow(/disposed/);
  });

  it.each([
    ['{"rooms": [],\n}', "", "text that is not JSON, from line 2, column 1 on"],
    ['{}, "version": "5.0"', "", "text that is not JSON, from line 1, column 3 on"],
    ["", "", "text that is not JSON, from line 1, column 1 on"],
    ["[]", "", "an array"],
    ["[".repeat(1001) + "]".repeat(1001), "", "nesting of 1001 levels"],
    ['{"rooms": [{"_id": 3}]}', "/rooms/0/_id", "no usable id"],
  ])("says what is wrong with the documents %.30j", async (seedDocuments, path, found) => {
    const made = createStandin({ seed: "empty", seedDocuments });
    await expect(made).rejects.toMatchObject({ code: "invalid_seed", path, found });
  });

  it("says so when it is used after it was disposed", async () => {
    const standin = await createStandin();
    standin.dispose();
    standin.dispose();
    expect(() => standin.handle(kRequest, "", kNow)).toThrow(/disposed/);
  });

  it("never calls a module again that broke off", async () => {
    const calls: string[] = [];
    const unreachable = new WebAssembly.RuntimeError("unreachable");
    const call = (name: string): string => {
      calls.push(name);
      if (name === "handle") throw unreachable;
      return name === "setFaults" ? "" : "[]";
    };
    const workspace: RawWorkspace = {
      error: () => "",
      handle: () => call("handle"),
      save: () => call("save"),
      setFaults: () => call("setFaults"),
      faults: () => call("faults"),
      faultCounts: () => call("faultCounts"),
      delete: () => call("delete"),
    };
    const createModule = async (): Promise<RawStandinModule> =>
      Promise.resolve({ createWorkspace: () => workspace });
    const standin = await Standin.create({ createModule, wasm: kEmptyModule });
    standin.setFaults([]);
    expect(standin.faults()).toEqual([]);
    expect(() => standin.handle(kRequest, "", kNow)).toThrow(unreachable);
    const made = calls.splice(0);
    expect(made).toEqual(["setFaults", "faults", "handle"]);
    const uses = [
      () => standin.handle(kRequest, "", kNow),
      () => standin.save(),
      () => {
        standin.setFaults([]);
      },
      () => standin.faults(),
      () => standin.faultCounts(),
    ];
    for (const use of uses) {
      expect(use).toThrow(
        expect.objectContaining({
          message: "The stand-in broke off during an earlier call; create another one.",
          cause: unreachable,
        }) as Error,
      );
    }
    standin.dispose();
    expect(calls).toEqual([]);
  });

  it("goes on after an error that is none of its module's", async () => {
    const standin = await createStandin();
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(() => {
      standin.setFaults(cyclic as never);
    }).toThrow(TypeError);
    expect(() => standin.handle({ ...kRequest, method: 5 as never }, "", kNow)).toThrow(/method/);
    expect(standin.handle(kRequest, "", kNow).status).toBe(200);
    standin.dispose();
  });

  it("names the folder in which its module was not found", async () => {
    const folder = new URL("nowhere/", import.meta.url);
    await expect(loadStandinModule(folder)).rejects.toThrow(/nowhere.*build it first/);
  });
});
