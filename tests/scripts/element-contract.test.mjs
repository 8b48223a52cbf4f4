// What the documentation of the element says is what its code has: attributes, events, parts, slots and
// custom properties, both ways.
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
