// The pages carry the policy that the scripts serve them under.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { kOwnServers, pageHeaders, pagePolicy } from "../../scripts/lib/page-policy.mjs";
import { fromRoot } from "../../scripts/lib/paths.mjs";

it.each([
  ["index.html", []],
  ["server.html", kOwnServers],
])("%s carries its policy itself", (file, origins) => {
  const page = readFileSync(fromRoot("web/demo", file), "utf8");
  const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
  expect(policy).toBe(pagePolicy(origins));
  // Before the first address that it is to hold for.
  expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.search(/<(link|script)/));
});

it("the header says besides that nobody may frame a page", () => {
  const header = pageHeaders(kOwnServers)["content-security-policy"];
  expect(header).toBe(`${pagePolicy(kOwnServers)}; frame-ancestors 'none'`);
});
