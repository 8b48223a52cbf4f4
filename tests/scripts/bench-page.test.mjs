// What ends `npm run bench -- page` with an error: one interaction that is too slow.
import { expect, it } from "vitest";

import { judged } from "../../bench/page.mjs";

it.each([16, 192, 199])("takes %i ms", (slowest) => {
  expect(judged(slowest)).toBe(`goal, every interaction below 200 ms: met (${slowest} ms)`);
});

it.each([200, 1040, Number.NaN])("does not take %f ms", (slowest) => {
  expect(() => judged(slowest)).toThrow(
    `goal, every interaction below 200 ms: missed (${slowest} ms)`,
  );
});
