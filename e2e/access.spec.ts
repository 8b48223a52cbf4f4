// The page for everybody: checked by axe, in narrow and wide windows, in light and dark.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { exampleButton, expect, field, sendButton, test } from "./fixtures.js";

async function findings(page: Page): Promise<readonly unknown[]> {
  return (await new AxeBuilder({ page }).analyze()).violations;
}

for (const width of [320, 1280]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`has no finding at ${width} px, ${colorScheme}`, async ({ page, openPage }) => {
      // Axe walks the whole page twice; on a busy machine that takes its time.
      test.slow();
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await openPage();
      await sendButton(page).click();
      await expect(page.getByText("Error:").first()).toBeVisible();
      expect(await findings(page)).toEqual([]);

      await exampleButton(page).click();
      await field(page, "New visitor id").fill("63d8f20a5be41c7790e6a1f4");
      await sendButton(page).click();
      await expect(page.getByRole("heading", { name: "What changed" })).toBeVisible();
      expect(await findings(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      const targets = await page.evaluate(() => {
        const buttons: Element[] = [];
        const collect = (root: Document | ShadowRoot): void => {
          for (const element of root.querySelectorAll("*")) {
            if (element.matches("button, input, summary")) buttons.push(element);
            if (element.shadowRoot !== null) collect(element.shadowRoot);
          }
        };
        collect(document);
        const sizes = buttons.map((button) => button.getBoundingClientRect());
        return {
          small: sizes.filter(({ width: w, height: h }) => Math.min(w, h) < 24).length,
          // Cards leave a margin; a control that reaches into it has left its card.
          outside: sizes.filter(({ left, right }) => left < 16 || right > innerWidth - 16).length,
        };
      });
      expect(targets).toEqual({ small: 0, outside: 0 });
    });
  }
}
