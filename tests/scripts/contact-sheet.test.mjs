// The page of all screenshots.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { contactSheet, kVariants } from "../../scripts/lib/contact-sheet.mjs";

const kSpec = new URL("../../e2e/states.spec.ts", import.meta.url);

test("has a column for each variant that is pictured", () => {
  const names = readFileSync(kSpec, "utf8").matchAll(/kUsual[^\n]*\bname: "([^"]+)"/g);
  expect([...names].map(([, name]) => name).toSorted()).toEqual(kVariants.toSorted());
});

test("shows every picture, one row for each state, in the order of the columns", () => {
  const files = ["a, b, dark.png", "a, b, wide.png", "<x>, narrow and large.png"];
  const sheet = contactSheet(files);
  expect(sheet.match(/<h2>[^<]*/g)).toEqual(["<h2>&lt;x>", "<h2>a, b"]);
  expect(sheet.match(/(?<=<figcaption>)[^<]*/g)).toEqual(["narrow and large", "wide", "dark"]);
  expect(sheet).toContain("./a%2C%20b%2C%20wide.png");
});

test("refuses a picture that it has no place for", () => {
  expect(() => contactSheet(["a, upside down.png"])).toThrow(/"a, upside down.png" has no variant/);
});
