// Every state of the element, wide, narrow, dark, from right to left, in large text and in forced
// colours: nothing is cut, nothing overlaps, nothing scrolls sideways, nothing jumps, and accessibility
// has no finding. With SCREENSHOTS set to a folder it leaves a picture of each there.
import { mkdirSync } from "node:fs";
import path from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures.js";
import { layoutProblems } from "./layout-checks.js";
import { expectNoShift, watchShifts } from "./layout-shift.js";
import { kStates } from "./states/index.js";

interface Variant {
  readonly name: string;
  readonly width: number;
  readonly theme: "light" | "dark";
  readonly lang: string;
  /** Of the text, in percent. */
  readonly size: number;
  /** Whether the system's few colours take the place of the page's. */
  readonly isForced?: boolean;
}

const kUsual: Variant = { name: "wide", width: 1280, theme: "light", lang: "en", size: 100 };
const kVariants: readonly Variant[] = [
  kUsual,
  { ...kUsual, name: "narrow", width: 320 },
  { ...kUsual, name: "dark", theme: "dark" },
  { ...kUsual, name: "right to left", lang: "ar" },
  { ...kUsual, name: "large text", size: 200 },
  // Words that are wider than the screen wrap inside of themselves.
  { ...kUsual, name: "narrow and large", width: 320, size: 200 },
  { ...kUsual, name: "ultrawide", width: 3440 },
];
// Only Chromium can be told to show them.
const kForced: Variant = { ...kUsual, name: "forced colours", isForced: true };
// Widths of letters differ in other browsers; colours and room to spare change nothing there.
const kElsewhere = kVariants.filter(
  ({ name, theme, width }) =>
    theme === "light" && width <= kUsual.width && name !== "narrow and large",
);
// Each of the conditions once: axe takes longer than everything else. Browsers other than Chromium get
// the first only: names and roles are the same in all of them, and so are the colours.
const kForAxe: readonly Variant[] = [
  kUsual,
  { name: "dark and narrow", width: 320, theme: "dark", lang: "en", size: 100 },
  { name: "right to left and large", width: 1280, theme: "light", lang: "ar", size: 200 },
];
// Eleven looks at each, three of them thorough ones, on a busy machine.
const kLimit = 90_000;
const kFolder = process.env["SCREENSHOTS"];

test.use({ workspace: { seed: "story" } });
test.skip(({ crossOrigin }) => crossOrigin, "how it looks does not depend on the server");

for (const { name, reach, problems: more } of kStates) {
  test(name, async ({ page, servers, expectProblem, browserName }) => {
    test.setTimeout(kLimit);
    // Servers that refuse and lines that fail are what many of the states are about.
    expectProblem(/Failed to load resource|NetworkError|CORS|Cross-Origin|blocked/);
    if (more !== undefined) expectProblem(more);
    await watchShifts(page);
    await page.setViewportSize({ width: kUsual.width, height: 900 });
    await reach(page, servers);
    await expectNoShift(page);
    const problems: string[] = [];
    const isChromium = browserName === "chromium";
    for (const variant of isChromium ? [...kVariants, kForced] : kElsewhere) {
      await take(page, variant);
      problems.push(...(await layoutProblems(page)).map((text) => `${variant.name}: ${text}`));
      if (kFolder !== undefined) await picture(page, kFolder, `${name}, ${variant.name}`);
    }
    for (const variant of isChromium ? kForAxe : kForAxe.slice(0, 1)) {
      await take(page, variant);
      // One frame, and only what is wrong: without a page of its own for each result it is much faster.
      const axe = new AxeBuilder({ page }).include("main").setLegacyMode();
      const { violations } = await axe.options({ resultTypes: ["violations"] }).analyze();
      for (const { id, nodes } of violations) {
        problems.push(`${variant.name}: axe ${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      }
    }
    expect(problems).toEqual([]);
  });
}

async function take(page: Page, variant: Variant): Promise<void> {
  const { width, theme, lang, size, isForced = false } = variant;
  await page.emulateMedia({ forcedColors: isForced ? "active" : "none" });
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(
    async ([scheme, language, percent]) => {
      const element = document.querySelector("room-visitor-admin");
      if (element === null) throw new Error("the element is gone");
      element.setAttribute("theme", scheme);
      document.documentElement.style.fontSize = percent;
      document.documentElement.style.colorScheme = scheme;
      element.closest("main")?.setAttribute("lang", language);
      const shell = () => element.shadowRoot?.querySelector("[part=panel]")?.getAttribute("lang");
      while (shell() !== language) await new Promise((done) => requestAnimationFrame(done));
      await element.updateComplete;
      await new Promise((done) => requestAnimationFrame(done));
    },
    [theme, lang, `${size}%`] as const,
  );
}

async function picture(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
