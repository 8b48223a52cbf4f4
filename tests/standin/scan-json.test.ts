import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scanJson } from "../../web/src/standin/scan-json.js";
import { isStandinError } from "../../web/src/standin/standin-error.js";
import type { Standin } from "../../web/src/standin/standin.js";
import { createStandin } from "./standin-fixture.js";

let standin: Standin;
beforeAll(async () => {
  standin = await createStandin();
});
afterAll(() => {
  standin.dispose();
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What core says of the same text. */
function foundByCore(text: string): string {
  try {
    standin.setFaults(text);
    return "a fault script";
  } catch (error) {
    if (!isStandinError(error)) throw error;
    return error.found;
  }
}

function check(text: string): void {
  const scan = scanJson(text);
  expect(scan.isJson).toBe(isJson(text));
  if (scan.isJson) return;
  const { line, column } = scan.endsAt;
  expect(foundByCore(text)).toBe(`text that is not JSON, from line ${line}, column ${column} on`);
}

// Whole pieces, so that many texts nearly are JSON.
const kPieces = [
  ...["{", "}", "[", "]", ",", ":", '"', '"a"', '"\\u00e9"', '"\\u00g"', '"\\x"', '"\u0001"'],
  ...["true", "tru", "null", "false", "0", "-", "-1", "01", "1.5", "1.", "1e+2", "1e", "-0"],
  ...[" ", "\n", "\r", "\t", "\u00a0", "é", "\u{1f600}", '"\u{1f600}"', "\\", "/"],
];

describe("a scan of JSON text", () => {
  it.each([
    ["", 1, 1],
    ["{", 1, 2],
    ['{"a": 1,}', 1, 9],
    ["[1,]", 1, 4],
    ["[,1]", 1, 2],
    ['{\n  "é": "\u{1f600}" x\n}', 2, 12],
    ["[]\n[]", 2, 1],
    ["[}", 1, 2],
    ['"open', 1, 6],
    ['{"a":}', 1, 6],
    ['{"a"}', 1, 5],
    ["{a: 1}", 1, 2],
    ["// words", 1, 1],
  ])("of %j ends at line %i, column %i", (text, line, column) => {
    expect(scanJson(text)).toEqual({ isJson: false, endsAt: { line, column } });
    check(text);
  });

  it.each([
    ["1", 0],
    ["[]", 1],
    ['{"a": [{}, []], "b": {}}', 3],
    [" [[ ], { } ] ", 2],
  ])("of %j finds %i levels", (text, depth) => {
    expect(scanJson(text)).toEqual({ isJson: true, depth });
  });

  it("does not mind a hundred thousand levels", () => {
    const text = "[".repeat(100_000) + "]".repeat(100_000);
    expect(scanJson(text)).toEqual({ isJson: true, depth: 100_000 });
  });

  it("agrees with JSON.parse, and with core on the place", () => {
    const pieces = fc.array(fc.constantFrom(...kPieces), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (parts) => {
        check(parts.join(""));
      }),
      { numRuns: 3000 },
    );
  });

  it("finds the place of any damage to a document", () => {
    const damage = fc.tuple(fc.json(), fc.nat(), fc.constantFrom("", ...kPieces));
    fc.assert(
      fc.property(damage, ([text, where, piece]) => {
        const at = where % (text.length + 1);
        check(text.slice(0, at) + piece + text.slice(at + 1));
      }),
      { numRuns: 2000 },
    );
  });
});
