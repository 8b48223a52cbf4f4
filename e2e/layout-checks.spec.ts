// The checks of the layout find what they are for, and leave alone what is right.
import { expect, test } from "@playwright/test";

import { layoutProblems } from "./layout-checks.js";

const kSmall = `<button style="width:1rem;height:1rem;padding:0">x</button>`;
const kCases: readonly (readonly [name: string, body: string, problem: RegExp])[] = [
  [
    "text that is cut",
    `<p style="width:3rem;overflow:hidden;white-space:nowrap">A long line</p>`,
    /^cut: /,
  ],
  [
    "text that lies on other text",
    `<p style="margin:0">One</p><p style="margin:0;position:relative;top:-0.8em">Two</p>`,
    /^overlap by /,
  ],
  [
    "a word that is wider than its block",
    `<p style="width:3rem">Unbreakable</p>`,
    /^spills: "Unbreakable" out of <p>/,
  ],
  ["what sticks out of the page", `<p style="width:200vw">Wide</p>`, /^the page is \d+ wide/],
  [
    "a choice that its list cuts off",
    `<select style="width:5rem;height:2rem"><option>Open and closed</option></select>`,
    /^cut: "Open and closed"/,
  ],
  ["a target that is too small", kSmall, /^small target/],
  [
    "the same in a shadow root",
    `<div><template shadowrootmode="open">${kSmall}</template></div>`,
    /^small target/,
  ],
];

for (const [name, body, problem] of kCases) {
  test(`finds ${name}`, async ({ page }) => {
    await show(page, body);
    const problems = await layoutProblems(page);
    expect(
      problems.some((text) => problem.test(text)),
      problems.join("\n"),
    ).toBe(true);
  });
}

test("leaves alone what is right", async ({ page }) => {
  const scrolled = `<pre style="width:5rem;overflow:auto">A line that scrolls</pre>`;
  const hidden = `<span style="position:absolute;clip-path:inset(50%)">for ears only</span>`;
  const folded = `<details><summary style="padding:0.5rem">Fold</summary><p>In it</p></details><p>Below</p>`;
  const field = `<label for="name">Name</label><input id="name" style="height:2rem" /><select style="height:2rem"><option>Open</option></select>`;
  await show(
    page,
    `${folded}${field}<h1>Title</h1><p>Text</p>${scrolled}${hidden}<button style="padding:0.5rem">A button</button>`,
  );
  expect(await layoutProblems(page)).toEqual([]);
});

async function show(page: Parameters<typeof layoutProblems>[0], body: string): Promise<void> {
  await page.route("http://page.example/", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><body>${body}</body>` }),
  );
  await page.goto("http://page.example/");
}
