import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

import { compileFailure, compileSource, type LoadOptions } from "../../web/src/wasm/source.js";

// The smallest module there is: magic and version.
const kEmptyModule = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
const kUrl = "https://app.example.com/assets/room_visitor_client.wasm";

const folder = mkdtempSync(path.join(tmpdir(), "wasm-source-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function served(body: BodyInit | null, init: ResponseInit): LoadOptions {
  return { fetch: () => Promise.resolve(new Response(body, init)) };
}

async function failureOf(options: LoadOptions, url = kUrl): Promise<unknown> {
  return compileSource(options, url).catch((error: unknown) => error);
}

describe("compileSource", () => {
  test.each([
    ["as application/wasm", "application/wasm"],
    ["with parameters", "Application/Wasm; charset=binary"],
    ["with a wrong content type", "application/octet-stream"],
    ["as text/html by a careless server", "text/html"],
  ])("compiles the module served %s", async (_, type) => {
    const options = served(kEmptyModule, { headers: { "Content-Type": type } });
    expect(await compileSource(options, kUrl)).toBeInstanceOf(WebAssembly.Module);
  });

  test("takes bytes and modules without fetching", async () => {
    const fetch = (): never => {
      throw new Error("not allowed here");
    };
    const module = await compileSource({ wasmBinary: kEmptyModule, fetch }, kUrl);
    expect(await compileSource({ wasmModule: module, fetch }, kUrl)).toBe(module);
    const buffer = kEmptyModule.buffer.slice(0);
    expect(await compileSource({ wasmBinary: buffer, fetch }, kUrl)).toBeInstanceOf(
      WebAssembly.Module,
    );
  });

  test("reads file: addresses in Node", async () => {
    const file = path.join(folder, "empty.wasm");
    writeFileSync(file, kEmptyModule);
    const url = pathToFileURL(file).href;
    expect(await compileSource({}, url)).toBeInstanceOf(WebAssembly.Module);
    expect(await failureOf({}, `${url}.missing`)).toMatchObject({ code: "wasm_not_found" });
  });

  test.each<[string, string, LoadOptions]>([
    ["a missing file", "wasm_not_found", served("Not Found", { status: 404 })],
    ["a server failure", "wasm_load_failed", served("", { status: 503 })],
    ["a page in its place", "wasm_is_html", served("\n<!doctype html><p>", { status: 200 })],
    ["other bytes", "wasm_load_failed", served("wasm", { status: 200 })],
    ["an empty file", "wasm_load_failed", served("", { status: 200 })],
    ["no network", "wasm_load_failed", { fetch: () => Promise.reject(new TypeError("no")) }],
    [
      "a damaged file",
      "wasm_load_failed",
      served(kEmptyModule.subarray(0, 6), { headers: { "Content-Type": "application/wasm" } }),
    ],
  ])("names %s and its address", async (_, code, options) => {
    const error = await failureOf(options);
    expect(error).toMatchObject({ name: "LoaderError", family: "loader", code });
    expect((error as Error).message).toContain(kUrl);
  });

  test("tells what to do", async () => {
    expect(await failureOf(served("<html>", {}))).toMatchObject({
      remedy: expect.stringContaining("wasmUrl") as string,
    });
  });
});

describe("compileFailure", () => {
  // The texts of Chromium 156 and Firefox 153.
  test.each([
    "WebAssembly.compile(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script",
    "call to WebAssembly.compile() blocked by CSP",
  ])("recognises a refusal by policy: %s", (text) => {
    const error = compileFailure(new WebAssembly.CompileError(text), kUrl);
    expect(error).toMatchObject({ code: "wasm_blocked_by_csp" });
    expect(error.cause).toBeInstanceOf(Error);
  });
});
