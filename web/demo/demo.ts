// The demo's entry: loads everything that it will ever need, then shows the page.
import { load } from "../src/client/load.js";
import { defineParts } from "../src/element/define.js";
import { kLocales, loadTexts } from "../src/element/text/locales.js";
import { isRoomVisitorError } from "../src/errors.js";
import { DemoPage } from "./demo-page.js";
import { loadStandin } from "./load-standin.js";

defineParts();
const stage = placeOf("stage");
try {
  const [module, rv] = await Promise.all([loadStandin(), load()]);
  const page = new DemoPage(module, rv, {
    settings: placeOf("settings"),
    stage,
    faults: placeOf("faults"),
    traffic: placeOf("traffic"),
    note: placeOf("note"),
  });
  await page.start();
  // Now, because later there may be no network.
  await Promise.all(kLocales.map((locale) => loadTexts(locale)));
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  const what = isRoomVisitorError(error) ? error.remedy : "Reload the page to try again.";
  stage.textContent = `The demo could not be loaded: ${why} ${what}`;
}

function placeOf(id: string): HTMLElement {
  const place = document.getElementById(id);
  if (place === null) throw new Error(`index.html has no element "${id}"`);
  return place;
}
