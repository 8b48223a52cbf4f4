// Where the focus is inside of the element, and the way there by the Tab key alone.
import { expect, type Locator } from "@playwright/test";

/** What has the focus inside of the element's shadow roots. */
interface Focused {
  /** As a screen reader would call it, near enough to tell controls apart. */
  readonly name: string;
  /** Whether the browser shows keyboard focus there, and with an outline that can be seen. */
  readonly isShown: boolean;
}

/** Fails unless something inside of the element has the focus, and shows it. */
export async function expectFocusSeen(admin: Locator): Promise<void> {
  await expect
    .poll(() => focusIn(admin), "focus inside of the element, with an outline")
    .toMatchObject({ isShown: true });
}

/** Presses Tab, or Shift and Tab, until what is called so has the focus. */
export async function tabTo(admin: Locator, name: RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  const keyboard = admin.page().keyboard;
  for (let presses = 0; presses < kMostPresses; presses += 1) {
    await keyboard.press(key);
    const focused = await focusIn(admin);
    passed.push(focused?.name ?? "(outside)");
    if (focused !== null && name.test(focused.name)) {
      expect(focused, `the focus on ${focused.name} is visible`).toMatchObject({ isShown: true });
      return;
    }
  }
  throw new Error(`no Tab leads to ${String(name)}; passed were ${passed.join(", ")}`);
}

function focusIn(admin: Locator): Promise<Focused | null> {
  return admin.evaluate((host): Focused | null => {
    let found = host.shadowRoot?.activeElement ?? null;
    while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
    if (found === null) return null;
    const { labels } = found as { labels?: NodeListOf<HTMLLabelElement> | null };
    const label = found.getAttribute("aria-label") ?? labels?.[0]?.textContent;
    // The row of a table is outlined by what its button draws over it.
    const hasOutline = [undefined, "::after"].some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(found, part);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
    });
    return {
      name: (label ?? found.textContent).replace(/\s+/g, " ").trim(),
      isShown: hasOutline && found.matches(":focus-visible"),
    };
  });
}

// More than there are stops in a step: a page of 25 conversations is the longest.
const kMostPresses = 60;
