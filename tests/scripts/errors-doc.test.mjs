// docs/errors.md repeats what the code says about errors: every row, word for word, in its order.
import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { fromRoot } from "../../scripts/lib/paths.mjs";

const read = (file) => readFileSync(fromRoot(file), "utf8");
const kHeader = read("core/include/room_visitor/error_table.h");
const kLoader = read("web/src/wasm/loader-error.ts");
const kPage = read("docs/errors.md");

// One or more string literals in a row, as a long sentence is split over lines.
const kText = String.raw`((?:"(?:[^"\\]|\\.)*"\s*)+)`;
const joined = (literals) =>
  [...literals.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => JSON.parse(literal)).join("");

const between = (text, start, end) => {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`no text from "${start}" to "${end}"`);
  return text.slice(from + start.length, to);
};

function coreRows(header) {
  const macro = between(header, "#define ROOM_VISITOR_ERRORS(X)", "// clang-format on");
  const row = new RegExp(String.raw`X\(\s*(\w+),\s*(\w+),\s*${kText},\s*${kText}\)`, "g");
  const found = [...macro.replaceAll("\\\n", "\n").matchAll(row)];
  // A row that the pattern does not understand must not pass as one that is not there.
  expect(found.length).toBe(macro.split(/\bX\(/).length - 1);
  return found.map(([, code, family, what, remedy]) => ({
    family,
    row: [code, joined(what), joined(remedy)],
  }));
}

function loaderRows(source) {
  const table = between(source, "const kLoaderErrors = {", "} as const;");
  const row = new RegExp(String.raw`(\w+): \{\s*what:\s*${kText},\s*remedy:\s*${kText},\s*\}`, "g");
  const found = [...table.matchAll(row)];
  expect(found.length).toBe(table.split("what:").length - 1);
  return found.map(([, code, what, remedy]) => [code, joined(what), joined(remedy)]);
}

/** The rows of the page's tables by the heading above them. */
function pageRows(page) {
  const sections = page.split(/^## /m).slice(1);
  return Object.fromEntries(
    sections.map((section) => {
      const [heading, ...lines] = section.split("\n");
      const [names, rule, ...rows] = lines.filter((line) => line.startsWith("|"));
      expect(names).toBe("| code | what happened | what to do |");
      expect(rule).toBe("| --- | --- | --- |");
      return [heading, rows.map(cellsOf)];
    }),
  );
}

// A vertical bar inside a cell is written \|.
function cellsOf(line) {
  const cells = line.split(/(?<!\\)\|/).slice(1, -1);
  const [code, ...texts] = cells.map((cell) => cell.trim().replaceAll("\\|", "|"));
  return [code.replace(/^`(.*)`$/, "$1"), ...texts];
}

function codeRows(header, loader) {
  const rows = coreRows(header);
  const ofFamily = (name) => rows.filter(({ family }) => family === name).map(({ row }) => row);
  const known = ["caller", "server", "world"];
  expect(rows.filter(({ family }) => !known.includes(family))).toEqual([]);
  return {
    "The caller's errors": ofFamily("caller"),
    "The server's errors": ofFamily("server"),
    "The world's errors": ofFamily("world"),
    "The loader's errors": loaderRows(loader),
  };
}

describe("docs/errors.md", () => {
  it("has every error, in the words and the order of the code, and no other", () => {
    expect(pageRows(kPage)).toEqual(codeRows(kHeader, kLoader));
  });

  it("has rows in each family", () => {
    for (const rows of Object.values(pageRows(kPage))) expect(rows.length).toBeGreaterThan(0);
  });

  const row = (code) => kPage.split("\n").find((line) => line.startsWith(`| \`${code}\` |`));
  it.each([
    ["lacks a row", (page) => page.replace(`${row("timed_out")}\n`, "")],
    ["has another word", (page) => page.replace("The room is archived.", "The room is closed.")],
    [
      "has a row too many",
      (page) => page.replace(row("empty"), `${row("empty")}\n| \`x\` | y | z |`),
    ],
    ["has a row twice", (page) => page.replace(row("cut_off"), `${row("cut_off")}\n$&`)],
    [
      "has a row in another family",
      (page) => page.replace(`${row("voice_room")}\n`, "") + row("voice_room"),
    ],
    ["lacks a loader's row", (page) => page.replace(`${row("wasm_stopped")}\n`, "")],
  ])("is found wrong when it %s", (_, change) => {
    const changed = change(kPage);
    expect(changed).not.toBe(kPage);
    expect(pageRows(changed)).not.toEqual(codeRows(kHeader, kLoader));
  });
});
