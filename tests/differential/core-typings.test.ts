// The server's own types, as published for 6.13.1: every room, visitor and message that the stand-in
// shows compiles against them, written out as literals, so that a member too many is noticed too.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { isStandinError } from "../../web/src/standin/standin-error.js";
import { createStandin } from "../standin/standin-fixture.js";
import { emittedDocuments } from "./emitted-documents.js";
import type { Document, Documents } from "./emitted-documents.js";

const kTypes = fileURLToPath(new URL("../server-typings/wire-types.js", import.meta.url));
const kVersion = "6.13";
// Enough for every state and channel of a generated room.
const kGeneratedRooms = 150;

let folder: string;
let documents: Documents;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "room-visitor-types-"));
  documents = { rooms: [], visitors: [], messages: [] };
  const seeds = (await seedNames()).map((seed) => ({ seed }));
  for (const seed of [...seeds, { rooms: kGeneratedRooms }]) {
    const standin = await createStandin({ version: kVersion, ...seed });
    const { rooms, visitors, messages } = emittedDocuments(standin);
    documents.rooms.push(...rooms);
    documents.visitors.push(...visitors);
    documents.messages.push(...messages);
    standin.dispose();
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

// A seed that does not exist is answered with the names of those that do.
async function seedNames(): Promise<string[]> {
  try {
    await createStandin({ seed: "?" });
  } catch (error) {
    if (isStandinError(error)) return error.expected.replace(/^one of: /, "").split(", ");
    throw error;
  }
  throw new Error("there is a seed named ?");
}

/** The compiler's findings by file: each file is a list of documents of one kind. */
function findings(
  files: Readonly<Record<string, readonly [keyof Documents, readonly Document[]]>>,
) {
  const names = Object.entries(files).map(([name, [kind, list]]) => {
    const file = path.join(folder, `${name}.ts`);
    const type = { rooms: "WireRoom", visitors: "WireVisitor", messages: "WireMessage" }[kind];
    const lines = list.map((document) => `  ${JSON.stringify(document)},`);
    writeFileSync(
      file,
      [
        `import type { ${type} } from ${JSON.stringify(kTypes)};`,
        `export const documents: ${type}[] = [`,
        ...[...lines, "];", ""],
      ].join("\n"),
    );
    return file;
  });
  const program = ts.createProgram(names, {
    ...{
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      target: ts.ScriptTarget.ES2022,
    },
    ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  });
  return Object.fromEntries(
    names.map((file) => [
      path.basename(file, ".ts"),
      program
        .getSemanticDiagnostics(program.getSourceFile(file))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    ]),
  );
}

describe("the documents of every seed", () => {
  test("are of the server's types", () => {
    expect(documents.rooms.length).toBeGreaterThan(kGeneratedRooms);
    expect(documents.visitors.length).toBeGreaterThan(kGeneratedRooms / 3);
    expect(documents.messages.length).toBeGreaterThan(1);
    const { rooms, visitors, messages } = documents;
    const found = findings({
      rooms: ["rooms", rooms],
      visitors: ["visitors", visitors],
      messages: ["messages", messages],
    });
    expect(found).toEqual({ rooms: [], visitors: [], messages: [] });
  });

  test("would not be with a fault in them", () => {
    const [room, visitor, message] = [documents.rooms, documents.visitors, documents.messages].map(
      ([first]) => first ?? {},
    ) as [Document, Document, Document];
    const { _id, ...nameless } = room;
    const wrong = {
      missing: ["rooms", [nameless]],
      unknown: ["rooms", [{ ...room, x: 1 }]],
      date: ["rooms", [{ ...room, ts: 1 }]],
      kind: ["rooms", [{ ...room, t: "v" }]],
      source: ["rooms", [{ ...room, source: { type: "letter" } }]],
      user: ["rooms", [{ ...room, u: { _id, username: "x" } }]],
      inner: ["rooms", [{ ...room, v: { ...(room["v"] as Document), status: "asleep" } }]],
      metrics: [
        "rooms",
        [{ ...room, metrics: { response: { fd: 1, tt: 1, total: 1, avg: 1, ft: 1 } } }],
      ],
      email: ["visitors", [{ ...visitor, visitorEmails: ["a@example.com"] }]],
      state: ["visitors", [{ ...visitor, status: "asleep" }]],
      token: ["visitors", [{ ...visitor, token: undefined }]],
      author: ["messages", [{ ...message, u: { username: "x" } }]],
      markdown: ["messages", [{ ...message, md: [{ type: "NOTHING", value: [] }] }]],
    } as const;
    const found = findings(wrong);
    expect(Object.keys(found)).toEqual(Object.keys(wrong));
    expect(Object.entries(found).filter(([, problems]) => problems.length === 0)).toEqual([]);
  });
});
