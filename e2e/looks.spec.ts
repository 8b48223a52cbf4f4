// What a host may change of how the element looks, by docs/element.md: parts, colours, slots. That the
// documentation names them all is tested elsewhere (tests/scripts/element-contract.test.mjs).
import type { Locator } from "@playwright/test";

import { kStory, mount } from "./admin.js";
import { expect, test } from "./fixtures.js";

test.use({ workspace: { seed: "story" } });
test.skip(({ crossOrigin }) => crossOrigin, "a page looks the same");

const kParts = [
  "panel",
  "steps",
  "heading",
  "notice",
  "problem",
  "list",
  "option",
  "button",
  "primary-button",
  "input",
] as const;
const kColours = [
  "--rv-surface",
  "--rv-raised",
  "--rv-line",
  "--rv-control",
  "--rv-text",
  "--rv-muted",
  "--rv-accent",
  "--rv-on-accent",
  "--rv-good",
  "--rv-good-ground",
  "--rv-warn",
  "--rv-warn-ground",
  "--rv-bad",
  "--rv-bad-ground",
  "--rv-mark",
] as const;
const kDecorated = [...kParts, ...kColours];

test("takes the host's colours and styles, and what it puts above and below", async ({
  page,
  servers,
}) => {
  const admin = await mount(page, servers, { rid: kStory.rid, newVisitorId: kStory.customer });
  const move = admin.getByRole("button", { name: "Move conversation to Amara Mende" });
  await decorate(admin);
  const seen = { parts: new Set<string>(), colours: new Set<string>() };
  const look = async (): Promise<void> => {
    const { parts, colours } = await decorated(admin);
    for (const part of parts) seen.parts.add(part);
    for (const colour of colours) seen.colours.add(colour);
  };
  await expect(move).toHaveCSS("outline-color", colourOf("primary-button"));
  await expect(move).toHaveCSS("background-color", colourOf("--rv-accent"));
  await expect(move).toHaveCSS("color", colourOf("--rv-on-accent"));
  const panel = admin.locator("[part=panel]");
  await expect(panel).toHaveCSS("color", colourOf("--rv-text"));
  await expect(panel).toHaveCSS("background-color", colourOf("--rv-surface"));
  await look();
  await admin.evaluate((element) => {
    const veto = (event: Event): void => {
      event.preventDefault();
    };
    element.addEventListener("room-visitor-before-move", veto, { once: true });
  });
  await move.click();
  await expect(admin.getByRole("alert")).toHaveText(/did not allow the move/);
  await look();
  // A press of the mouse at once would be the second of two.
  await move.press("Enter");
  await expect(admin.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  await look();
  await admin.getByRole("button", { name: "Visitor", exact: true }).click();
  await admin.getByRole("combobox", { name: "Find the person" }).fill("mende");
  await expect(admin.getByRole("option", { name: "Amara Mende" })).toBeVisible();
  await look();
  await admin.evaluate((element) => Object.assign(element, { server: "not an address" }));
  await expect(admin.getByText("What to do:")).toBeVisible();
  await look();
  expect([...seen.parts].sort()).toEqual([...kParts].sort());
  expect([...seen.colours].sort()).toEqual([...kColours].sort());

  const [above, below] = [
    admin.getByText("The host's header"),
    admin.getByText("The host's footer"),
  ];
  const [header, footer] = [await above.boundingBox(), await below.boundingBox()];
  const steps = await admin.getByRole("navigation", { name: "Steps" }).boundingBox();
  const content = await admin.getByRole("region").boundingBox();
  expect(bottomOf(header)).toBeLessThanOrEqual(steps?.y ?? Number.NaN);
  expect(bottomOf(content)).toBeLessThanOrEqual(footer?.y ?? Number.NaN);
});

// They stopped at the elements that it is made of.
test("gives the host's font to every text, and its style to every button of the result", async ({
  page,
  servers,
}) => {
  const admin = await mount(page, servers, { rid: kStory.rid, newVisitorId: kStory.customer });
  await admin.evaluate((element) => {
    element.style.fontFamily = "serif";
  });
  await decorate(admin);
  await admin.getByRole("button", { name: "Move conversation to Amara Mende" }).click();
  await expect(admin.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  await admin.getByText("Raw JSON").click();
  await admin.getByRole("button", { name: "Reveal secrets" }).click();
  await expect(admin.getByRole("button", { name: "Hide secrets" })).toBeVisible();
  const found = await admin.evaluate((element) => {
    const fonts = new Set<string>();
    const outlines: (readonly [string, string])[] = [];
    const walk = (root: ShadowRoot | null): void => {
      for (const each of root?.querySelectorAll("*") ?? []) {
        walk(each.shadowRoot);
        const { fontFamily, outlineColor } = getComputedStyle(each);
        fonts.add(fontFamily);
        const isInner = root?.host !== element;
        if (isInner && each instanceof HTMLButtonElement)
          outlines.push([each.textContent.trim(), outlineColor]);
      }
    };
    walk(element.shadowRoot);
    return { fonts: [...fonts], outlines };
  });
  // Ids and JSON are read character by character.
  expect(found.fonts.filter((font) => !font.includes("monospace"))).toEqual(["serif"]);
  expect(found.outlines.length).toBeGreaterThan(1);
  for (const [name, colour] of found.outlines) {
    expect([name, colour]).toEqual([name, colourOf("button")]);
  }
});

type Box = Awaited<ReturnType<Locator["boundingBox"]>>;

// Not a number for what is not shown, which is nowhere.
const bottomOf = (box: Box): number => (box === null ? Number.NaN : box.y + box.height);

// A colour that nothing else has.
function colourOf(name: (typeof kDecorated)[number]): string {
  return `rgb(7, ${kDecorated.indexOf(name)}, 7)`;
}

async function decorate(admin: Locator): Promise<void> {
  const outlines = kParts.map((part) => [part, colourOf(part)] as const);
  const colours = kColours.map((name) => [name, colourOf(name)] as const);
  await admin.evaluate(
    (element, given) => {
      const sheet = new CSSStyleSheet();
      for (const [part, colour] of given.outlines) {
        sheet.insertRule(`room-visitor-admin::part(${part}) { outline-color: ${colour} }`);
      }
      document.adoptedStyleSheets.push(sheet);
      for (const [name, colour] of given.colours) {
        (element as HTMLElement).style.setProperty(name, colour);
      }
      for (const slot of ["header", "footer"]) {
        const text = document.createElement("p");
        text.slot = slot;
        text.textContent = `The host's ${slot}`;
        element.append(text);
      }
    },
    { outlines, colours },
  );
}

// Which parts have the host's outline, and which of its colours are anywhere in the element.
async function decorated(
  admin: Locator,
): Promise<{ parts: readonly string[]; colours: readonly string[] }> {
  const { outlines, colours } = await admin.evaluate((element) => {
    const found = { outlines: [] as string[], colours: [] as string[] };
    const walk = (root: ShadowRoot | null): void => {
      for (const each of root?.querySelectorAll("*") ?? []) {
        walk(each.shadowRoot);
        const style = getComputedStyle(each);
        found.outlines.push(style.outlineColor);
        found.colours.push(style.color, style.backgroundColor, style.borderTopColor);
      }
    };
    walk(element.shadowRoot);
    return found;
  });
  return {
    parts: kParts.filter((part) => outlines.includes(colourOf(part))),
    colours: kColours.filter((name) => colours.includes(colourOf(name))),
  };
}
