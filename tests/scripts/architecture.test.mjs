// Each rule of the architecture check must fail on a tree that breaks it, and only there.
import { describe, expect, it } from "vitest";

import { cppProblems } from "../../scripts/lib/cpp-rules.mjs";
import { stripComments } from "../../scripts/lib/source-text.mjs";
import { typescriptProblems } from "../../scripts/lib/typescript-rules.mjs";

const kSend = ["web/src/client/send.ts", "export const send = (f: typeof fetch) => fetch('x');\n"];
const found = (rules, file, text) =>
  rules(new Map([kSend, [file, text]])).map((problem) => `${problem.file}:${problem.line}`);

describe("C++ rules that find something", () => {
  it.each([
    [
      "client half includes the stand-in",
      "core/src/room.cpp",
      '#include "room_visitor/standin/workspace.h"\n',
    ],
    [
      "client module includes the stand-in",
      "wasm/client_module.cpp",
      '#include "room_visitor/standin/workspace.h"\n',
    ],
    [
      "stand-in includes the room reader",
      "core/src/standin/rooms.cpp",
      '#include "room_visitor/room.h"\n',
    ],
    [
      "stand-in header includes classify",
      "core/include/room_visitor/standin/a.h",
      "#include <room_visitor/responses.h>\n",
    ],
    [
      "stand-in includes a private client header",
      "core/src/standin/rooms.cpp",
      '#include "json/room_reader.h"\n',
    ],
    [
      "stand-in module includes the client half",
      "wasm/standin_module.cpp",
      '#include "room_visitor/update.h"\n',
    ],
    [
      "shared value includes the client half",
      "core/include/room_visitor/ids.h",
      '#include "room_visitor/room.h"\n',
    ],
    [
      "public header includes a private one",
      "core/include/room_visitor/room.h",
      '#include "json/nlohmann.h"\n',
    ],
    [
      "public header includes nlohmann",
      "core/include/room_visitor/room.h",
      "#include <nlohmann/json_fwd.hpp>\n",
    ],
    ["source includes nlohmann directly", "core/src/room.cpp", "#include <nlohmann/json.hpp>\n"],
    [
      "binding includes nlohmann directly",
      "wasm/client_module.cpp",
      "#include <nlohmann/json.hpp>\n",
    ],
    ["core includes emscripten", "core/src/room.cpp", "#include <emscripten/bind.h>\n"],
    ["core reads a clock", "core/src/room.cpp", "#include <chrono>\n"],
    ["core draws chance", "core/src/room.cpp", "#  include <random>\n"],
    ["core prints", "core/src/room.cpp", "#include <iostream>\n"],
    ["core reads files", "core/src/room.cpp", "#include <fstream>\n"],
    ["core locks", "core/include/room_visitor/room.h", "#include <mutex>\n"],
    ["core aborts", "core/src/room.cpp", "void f() { std::abort(); }\n"],
    ["core asserts", "core/src/room.cpp", "void f() { assert(1); }\n"],
    ["core asks the time", "core/src/room.cpp", "long f() { return std::time(nullptr); }\n"],
    ["CamelCase file", "core/src/RoomReader.cpp", "\n"],
  ])("%s", (_name, file, text) => {
    expect(found(cppProblems, file, text)).toEqual([`${file}:1`]);
  });

  it("header over 200 lines, source over 400", () => {
    expect(found(cppProblems, "core/src/a.h", "\n".repeat(201))).toEqual(["core/src/a.h:201"]);
    expect(found(cppProblems, "tests/core/a.cpp", "\n".repeat(401))).toEqual([
      "tests/core/a.cpp:401",
    ]);
  });

  it("names the line", () => {
    expect(found(cppProblems, "core/src/a.cpp", "\n\n#include <ctime>\n")).toEqual([
      "core/src/a.cpp:3",
    ]);
  });
});

describe("C++ rules that find nothing", () => {
  it.each([
    [
      "client half includes its own",
      "core/src/room.cpp",
      '#include "room_visitor/room.h"\n#include "json/nlohmann.h"\n',
    ],
    [
      "stand-in includes shared values",
      "core/src/standin/a.cpp",
      '#include "room_visitor/http.h"\n#include "json/nlohmann.h"\n#include "standin/b.h"\n',
    ],
    ["the private JSON header", "core/src/json/nlohmann.h", "#include <nlohmann/json.hpp>\n"],
    [
      "a banned include in a comment",
      "core/src/a.cpp",
      "// #include <chrono>\n/*\n#include <ctime>\n*/\n",
    ],
    ["a call in a string", "core/src/a.cpp", 'R"(std::abort())";\n'],
    ["members that share a name", "core/src/a.cpp", "int x = parser.time(1) + p->clock();\n"],
    ["a test uses nlohmann", "tests/core/a.cpp", "#include <nlohmann/json.hpp>\n"],
    ["limits exactly reached", "core/src/a.h", "\n".repeat(200)],
  ])("%s", (_name, file, text) => {
    expect(found(cppProblems, file, text)).toEqual([]);
  });

  it("keeps lines when comments are blanked", () => {
    expect(stripComments('a /* b\nc */ d // e\n"//f"')).toBe('a     \n     d     \n"//f"');
  });
});

describe("TypeScript rules that find something", () => {
  it.each([
    ["a second sender", "web/src/client/core.ts", "export const f = () => fetch('x');\n"],
    [
      "a sender by property",
      "web/src/element/view.ts",
      "export const f = () => globalThis.fetch('x');\n",
    ],
    [
      "a stand-in host fetches",
      "web/src/standin/a.ts",
      "export const f = () => self.fetch('x');\n",
    ],
    ["the page fetches", "web/demo/main.ts", "await fetch('x');\n"],
    ["the database outside the store", "web/src/client/a.ts", "export const d = indexedDB;\n"],
    ["client imports element", "web/src/client/a.ts", 'import { x } from "../element/x.js";\n'],
    ["element imports demo", "web/src/element/a.ts", 'import { x } from "../../demo/x.js";\n'],
    [
      "element reaches round the client",
      "web/src/element/a.ts",
      'import { x } from "../wasm/x.js";\n',
    ],
    [
      "client imports a stand-in host",
      "web/src/client/a.ts",
      'import type { x } from "../standin/x.js";\n',
    ],
    [
      "stand-in host imports the client",
      "web/src/standin/a.ts",
      'export * from "../client/x.js";\n',
    ],
    [
      "wasm imports the client, lazily",
      "web/src/wasm/a.ts",
      'export const x = import("../client/x.js");\n',
    ],
    [
      "client names a type of the element",
      "web/src/client/a.ts",
      'export type X = import("../element/x.js").X;\n',
    ],
    [
      "shipped code imports a test",
      "web/src/client/a.ts",
      'import { x } from "../../../tests/web/x.js";\n',
    ],
    ["a folder without a place", "web/src/helpers/a.ts", 'import { x } from "../client/x.js";\n'],
    ["CamelCase file", "web/src/client/RoomView.ts", "export {};\n"],
  ])("%s", (_name, file, text) => {
    expect(found(typescriptProblems, file, text)).toEqual([`${file}:1`]);
  });

  it("a file over 350 lines", () => {
    expect(found(typescriptProblems, "tests/web/a.ts", "\n".repeat(351))).toEqual([
      "tests/web/a.ts:351",
    ]);
  });

  it("a client without a sender", () => {
    const files = new Map([["web/src/client/a.ts", "export {};\n"]]);
    expect(typescriptProblems(files).map((problem) => problem.file)).toEqual([kSend[0]]);
  });
});

describe("TypeScript rules that find nothing", () => {
  it.each([
    [
      "client uses wasm and shared",
      "web/src/client/a.ts",
      'import "../wasm/x.js";\nimport "../errors.js";\n',
    ],
    [
      "element uses the client",
      "web/src/element/a.ts",
      'import "../client/x.js";\nimport { html } from "lit";\n',
    ],
    [
      "the page uses everything",
      "web/demo/main.ts",
      'import "../src/element/x.js";\nimport "../src/index.js";\n',
    ],
    [
      "the loader fetches its file",
      "web/src/wasm/loader.ts",
      "export const f = () => fetch('x');\n",
    ],
    [
      "the stand-in's own fetch",
      "web/src/standin/page.ts",
      "export const f = () => host.fetch('x');\n",
    ],
    [
      "a function whose name holds fetch",
      "web/src/standin/page.ts",
      "export const createFetch = () => makeFetch('x');\n",
    ],
    [
      "fetch as a type and an option",
      "web/src/client/a.ts",
      "export type F = typeof fetch;\nexport const o = { fetch: 1 };\n",
    ],
  ])("%s", (_name, file, text) => {
    expect(found(typescriptProblems, file, text)).toEqual([]);
  });
});
