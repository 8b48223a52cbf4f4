// What the documentation of the element says is what its code has: attributes, events, parts, slots and
// custom properties, both ways; and the tables of docs/element.md say the same.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { buildContract } from "../../scripts/lib/build-contract.mjs";
import { fromRoot } from "../../scripts/lib/paths.mjs";
import { RoomVisitorAdmin } from "../../web/src/element/room-visitor-admin.js";

const declaration = await buildContract();
const read = (file) => readFileSync(fromRoot("web/src/element", file), "utf8");
const shell = [
  "room-visitor-admin.ts",
  ...readdirSync(fromRoot("web/src/element/views")).map((name) => path.join("views", name)),
];
const names = (list = []) => list.map(({ name }) => name).sort();
const matches = (text, pattern) => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name)),
];

const tables = tablesIn(readFileSync(fromRoot("docs/element.md"), "utf8"));
const documented = (heading) => tables.get(heading).flatMap(([cell]) => codesIn(cell));

// What every element has, named in the table because this one heeds it.
const kOfHtml = ["lang", "hidden"];

test("documents every attribute", () => {
  expect(names(declaration.attributes)).toEqual([...RoomVisitorAdmin.observedAttributes].sort());
});

test("documents every event", () => {
  expect(names(declaration.events)).toEqual(
    matches(read("events.ts"), /"(room-visitor-[\w-]+)":/g).sort(),
  );
});

test("documents every part", () => {
  const parts = shell.flatMap((file) => matches(read(file), /\bpart="([^"$]+)"/g));
  const single = [...new Set(parts.flatMap((part) => part.split(" ")))];
  expect(names(declaration.cssParts)).toEqual(single.sort());
});

test("documents every slot", () => {
  const slots = shell.flatMap((file) => matches(read(file), /<slot name="([^"]+)"/g));
  expect(names(declaration.slots)).toEqual([...new Set(slots)].sort());
});

test("documents every custom property", () => {
  expect(names(declaration.cssProperties)).toEqual(
    matches(read("styles.ts"), /var\((--rv-[\w-]+)/g).sort(),
  );
});

test("describes each of them", () => {
  const { attributes, events, cssParts, slots, cssProperties, members } = declaration;
  for (const list of [attributes, events, cssParts, slots, cssProperties, members]) {
    for (const { name, description = "" } of list ?? []) expect(description, name).not.toBe("");
  }
});

test("the manual pairs the same attributes and properties", () => {
  const rows = tables
    .get("attribute")
    .map(([attribute, property]) => [codesIn(attribute).join(), codesIn(property).join()]);
  const own = rows.filter(([attribute]) => !kOfHtml.includes(attribute));
  const fields = names(declaration.members.filter(({ kind }) => kind === "field"));
  const attributeOf = (field) =>
    declaration.attributes.find(({ fieldName }) => fieldName === field)?.name ?? "";
  expect(own.sort(byProperty)).toEqual(
    fields.map((field) => [attributeOf(field), field]).sort(byProperty),
  );
});

test.each([
  ["method", declaration.members.filter(({ kind }) => kind === "method")],
  ["event", declaration.events],
  ["slot", declaration.slots],
  ["part", declaration.cssParts],
  ["custom property", declaration.cssProperties],
])("the manual has a table of each %s, and of no other", (heading, list) => {
  expect(documented(heading).sort()).toEqual(names(list));
});

/** The rows of a page's tables, by what heads their first column. */
function tablesIn(page) {
  const blocks = page.match(/^\|.*\|\n\|[ |-]+\|\n(\|.*\|\n)+/gm) ?? [];
  return new Map(
    blocks.map((block) => {
      const [[heading], , ...rows] = block.trim().split("\n").map(cellsIn);
      return [heading, rows];
    }),
  );
}

function cellsIn(line) {
  const cells = line.slice(1, -1).split("|");
  return cells.map((cell) => cell.trim());
}

/** The names that are set as code, a method's without its parameters. */
function codesIn(cell) {
  return matches(cell, /`([\w-]+)[^`]*`/g);
}

function byProperty([, one], [, other]) {
  return one < other ? -1 : 1;
}
