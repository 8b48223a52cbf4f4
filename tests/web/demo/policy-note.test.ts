// The policies of the demo's pages, and what is said when one stops a call.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { policyNote, sourcesOf } from "../../../web/demo/policy-note.js";

const kDemo = path.resolve(import.meta.dirname, "../../../web/demo");
const policyOf = (file: string): string =>
  /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(
    readFileSync(path.join(kDemo, file), "utf8"),
  )?.[1] ?? "";
const kServerPolicy = policyOf("server.html");

describe("the pages' own policies", () => {
  it.each(["index.html", "server.html"])("of %s are strict", (file) => {
    const policy = policyOf(file);
    expect(sourcesOf(policy, "default-src")).toEqual(["'none'"]);
    expect(sourcesOf(policy, "script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(sourcesOf(policy, "style-src")).toEqual(["'self'"]);
    expect(sourcesOf(policy, "require-trusted-types-for")).toEqual(["'script'"]);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|data:|\s\*/);
  });

  it("let the demo call nobody, and the other page servers", () => {
    expect(sourcesOf(policyOf("index.html"), "connect-src")).toEqual(["'self'"]);
    expect(sourcesOf(kServerPolicy, "connect-src")).toEqual([
      "'self'",
      "https:",
      "http://localhost:*",
      "http://127.0.0.1:*",
    ]);
  });
});

describe("a call that the policy stopped", () => {
  const blocked = (blockedURI: string, originalPolicy = kServerPolicy, directive = "connect-src") =>
    policyNote({ effectiveDirective: directive, blockedURI, originalPolicy });

  it("is named by its origin, with what is allowed", () => {
    const note = blocked("http://10.0.0.5:3000/api/info?x=1");
    expect(note?.found).toBe("http://10.0.0.5:3000");
    expect(note?.remedy).toMatch(/^Use an address with https, or put this page/);
    expect(note?.remedy).toContain("'self' https: http://localhost:* http://127.0.0.1:*");
  });

  it("does not advise https where that is stopped too", () => {
    const note = blocked("https://chat.example.com/", "default-src 'none'; connect-src 'self'");
    expect(note?.remedy).toMatch(/^Put this page on a server of yours/);
  });

  it("is shown as the browser names it where that is no address", () => {
    expect(blocked("http")?.found).toBe("http");
  });

  it("is not taken for another violation", () => {
    expect(blocked("inline", kServerPolicy, "style-src-attr")).toBeNull();
  });
});
