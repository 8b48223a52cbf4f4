// How much a page moves that nobody has touched, as Layout Instability has it.
import { expect, type Page } from "@playwright/test";

/** Begins to measure with the next page that is opened. Only Chromium does; elsewhere nothing moves. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(watch);
}

/** Fails if more has moved since the page was opened than can be noticed; says what. */
export async function expectNoShift(page: Page): Promise<void> {
  const { sum, moved } = await page.evaluate(async () => {
    // What has been drawn is counted with the next frame.
    for (let i = 0; i < 2; i += 1) await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => setTimeout(done));
    return (globalThis as unknown as { layoutShift: Shifts }).layoutShift;
  });
  expect(sum, `layout shift: ${moved.join("; ")}`).toBeLessThan(kMostShift);
}

// Web Vitals call a page good up to 0.1; here nothing is to move that nobody has touched.
const kMostShift = 0.02;

// Runs in the page, so it may use nothing from outside of itself.
function watch(): void {
  const found: Shifts = { sum: 0, moved: [] };
  Object.assign(globalThis, { layoutShift: found });
  if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return;
  const at = ({ x, y, width, height }: DOMRectReadOnly): string =>
    `${Math.round(width)} × ${Math.round(height)} at ${Math.round(x)}, ${Math.round(y)}`;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as readonly ShiftEntry[]) {
      if (entry.hadRecentInput) continue;
      found.sum += entry.value;
      for (const { previousRect, currentRect } of entry.sources) {
        found.moved.push(`${at(previousRect)} became ${at(currentRect)}`);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
}

interface Shifts {
  sum: number;
  readonly moved: string[];
}

// The compiler's library does not know it.
interface ShiftEntry extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly Readonly<Record<"previousRect" | "currentRect", DOMRectReadOnly>>[];
}
