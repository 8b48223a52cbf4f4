// The same inputs give the same bytes natively and as WebAssembly: the native suite JsonApi compares
// the same file byte by byte.
import { readFileSync } from "node:fs";

import { beforeAll, describe, expect, test } from "vitest";

import { loadModule } from "../../web/src/wasm/loader.js";
import type { RawModule } from "../../web/src/wasm/raw-module.js";

interface GoldenCall {
  readonly name: string;
  readonly call: keyof RawModule;
  readonly texts: readonly string[];
  readonly result: string;
}

const kFile = new URL("../data/json-api.json", import.meta.url);
const kCalls = JSON.parse(readFileSync(kFile, "utf8")) as GoldenCall[];

let raw: RawModule;
beforeAll(async () => {
  raw = await loadModule();
});

describe("golden bytes", () => {
  test.each(kCalls)("$call: $name", ({ call, texts, result }) => {
    const bound = Reflect.get<RawModule, string>(raw, call) as unknown;
    if (typeof bound !== "function") throw new Error(`no function ${call}`);
    expect(Reflect.apply(bound, undefined, texts)).toBe(result);
  });
});
