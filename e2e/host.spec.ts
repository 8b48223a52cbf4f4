// What a host can do to the element while somebody works with it. That it stands wrong values, forms,
// moves and languages one by one is checked on the installed package (tests/package/embeddings.mjs);
// here a real server answers, and real moves are under way.
import type { Locator } from "@playwright/test";

import { kSessions, kStory, mount } from "./admin.js";
import { expect, failedLoad, type Servers, test } from "./fixtures.js";

const kWrite = { method: "PUT", path: "/api/v1/livechat/room.visitor" } as const;
const kBoth = { rid: kStory.rid, newVisitorId: kStory.customer };

test.use({ workspace: { seed: "story" } });
test.skip(({ crossOrigin }) => crossOrigin, "hosts do the same");

const moveButton = (admin: Locator): Locator =>
  admin.getByRole("button", { name: "Move conversation to Amara Mende" });
const moved = (admin: Locator): Locator =>
  admin.getByRole("heading", { name: /belongs to.*Amara Mende/ });
const writesAt = (servers: Servers): number => servers.received("PUT", kWrite.path).length;

// Keeps the details of the element's events, by name.
async function listen(admin: Locator, ...names: readonly string[]): Promise<void> {
  await admin.evaluate((element, wanted) => {
    const kept: [string, unknown][] = [];
    Object.assign(element, { kept });
    for (const name of wanted) {
      element.addEventListener(name, (event) => {
        kept.push([name, (event as CustomEvent<unknown>).detail]);
      });
    }
  }, names);
}

const heard = (admin: Locator): Promise<[string, Record<string, unknown>][]> =>
  admin.evaluate((element) => (element as unknown as Kept).kept);

interface Kept {
  readonly kept: [string, Record<string, unknown>][];
}

test("works twice on a page, each in its language and with its own move", async ({
  page,
  servers,
}) => {
  const all = await mount(page, servers, { ...kBoth, lang: "de" }, { step: "history", lang: "ar" });
  const [one, other] = [all.nth(0), all.nth(1)];
  await expect(one.locator("[part=panel]")).toHaveAttribute("lang", "de");
  await expect(other.locator("[part=panel]")).toHaveAttribute("dir", "rtl");
  await listen(other, "room-visitor-before-move", "room-visitor-moved");
  await one.locator("button.act").click();
  await expect(one.getByRole("heading", { level: 2 })).toContainText("Amara Mende");
  expect(writesAt(servers)).toBe(1);
  expect(await heard(other)).toEqual([]);
  await expect(other.getByRole("heading", { level: 2 })).toHaveText("عمليات النقل السابقة");
});

test("sends nothing against the host's veto, and says so", async ({ page, servers }) => {
  const admin = await mount(page, servers, kBoth);
  await listen(admin, "room-visitor-before-move", "room-visitor-not-moved");
  await admin.evaluate((element) => {
    element.addEventListener("room-visitor-before-move", (event) => {
      if (element.dataset["readOnly"] === "yes") event.preventDefault();
    });
    element.dataset["readOnly"] = "yes";
  });
  await moveButton(admin).click();
  const said = "This page did not allow the move. Nothing was sent.";
  await expect(admin.getByRole("alert")).toHaveText(said);
  await expect(admin.getByText(said).first()).toBeVisible();
  const update = { ...kBoth, oldVisitorId: kStory.guest, undo: false };
  expect(await heard(admin)).toEqual([["room-visitor-before-move", update]]);
  expect(writesAt(servers)).toBe(0);

  await admin.evaluate((element) => delete element.dataset["readOnly"]);
  // A press of the mouse at once would be the second of two.
  await moveButton(admin).press("Enter");
  await expect(moved(admin)).toBeVisible();
  expect(writesAt(servers)).toBe(1);
});

test("makes the move although every listener of the host throws", async ({
  page,
  servers,
  expectProblem,
}) => {
  expectProblem(/on purpose/);
  const admin = await mount(page, servers, kBoth);
  await admin.evaluate((element) => {
    for (const name of ["connected", "step-changed", "before-move", "moved", "not-moved"]) {
      element.addEventListener(`room-visitor-${name}`, () => {
        throw new Error("on purpose");
      });
    }
  });
  await moveButton(admin).click();
  await expect(moved(admin)).toBeVisible();
  expect(writesAt(servers)).toBe(1);
});

test("moves and takes back inside of a form, which is never sent", async ({ page, servers }) => {
  const admin = await mount(page, servers, { rid: kStory.rid });
  await admin.evaluate((element) => {
    const form = document.createElement("form");
    form.action = "/elsewhere";
    form.append(document.createElement("input"));
    element.replaceWith(form);
    form.prepend(element);
  });
  await admin.getByRole("combobox", { name: "Find the person" }).fill("mende");
  await page.keyboard.press("Enter");
  await admin.getByRole("option", { name: "Amara Mende" }).click();
  await moveButton(admin).press("Enter");
  await expect(moved(admin)).toBeVisible();
  await admin.getByRole("button", { name: "Move it back to Mende" }).press("Enter");
  await expect(admin.getByText("Moved back from")).toBeVisible();
  expect(page.url()).not.toContain("elsewhere");
});

test("goes on with a move while it is put into a shadow root", async ({
  page,
  servers,
  expectProblem,
}) => {
  expectProblem(failedLoad("livechat/room.visitor"));
  const standin = await servers.renew();
  const admin = await mount(page, servers, kBoth);
  await moveButton(admin).waitFor();
  standin.setFaults([{ kind: "rate_limit", ...kWrite, milliseconds: 2000 }]);
  await listen(admin, "room-visitor-connected", "room-visitor-moved");
  await moveButton(admin).click();
  await expect.poll(() => writesAt(servers)).toBe(1);
  await admin.evaluate((element) => {
    const host = document.createElement("section");
    document.body.append(host);
    host.attachShadow({ mode: "open" }).append(element);
  });
  await expect(moved(admin)).toBeVisible({ timeout: 15_000 });
  expect(writesAt(servers)).toBe(2);
  expect((await heard(admin)).map(([name]) => name)).toEqual(["room-visitor-moved"]);
});

test("goes where the host names, and wishes again only what has changed", async ({
  page,
  servers,
}) => {
  const admin = await mount(page, servers, kBoth);
  const heading = admin.getByRole("heading", { level: 2 });
  const show = (place: object): Promise<void> =>
    admin.evaluate((element, wanted) => {
      (element as HTMLElement & { show: (place: object) => void }).show(wanted);
    }, place);
  await moveButton(admin).waitFor();
  await show({ step: "connect" });
  await expect(heading).toHaveText("Connect to your workspace");
  await show({ step: "conversation", newVisitorId: kStory.guest });
  await expect(heading).toHaveText("Which conversation?");
  await expect(admin.locator(".room-card")).toContainText("guest-16");
  await admin.evaluate((element) => {
    element.setAttribute("step", "visitor");
  });
  await expect(heading).toHaveText("Whom should it belong to?");
  const place = await admin.evaluate(
    (element) => (element as HTMLElement & { place: object }).place,
  );
  expect(place).toEqual({ step: "visitor", rid: kStory.rid, newVisitorId: kStory.guest });
});

test("records a move during which it was removed", async ({ page, servers }) => {
  const standin = await servers.renew();
  const admin = await mount(page, servers, kBoth);
  await moveButton(admin).waitFor();
  standin.setFaults([{ kind: "slow", ...kWrite, milliseconds: 1500 }]);
  await moveButton(admin).click();
  await expect.poll(() => writesAt(servers)).toBe(1);
  const verdict = await admin.evaluate(
    (element) =>
      new Promise<unknown>((resolve) => {
        element.addEventListener("room-visitor-moved", (event) => {
          resolve((event as CustomEvent<{ verdict: unknown }>).detail.verdict);
        });
        element.remove();
      }),
  );
  expect(verdict).toBe("applied");

  const later = await mount(page, servers, { step: "history" });
  const entries = later.getByRole("list", { name: /^Earlier moves/ }).getByRole("listitem");
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText("The server confirmed the move.");
  expect(writesAt(servers)).toBe(1);
});

const kNotLoggedIn = /This page did not log you in/;
const kNotUsable = /did not give a login that can be used/;
const kProviders = [
  ["throws", kNotLoggedIn],
  ["rejects", kNotLoggedIn],
  ["gives nothing", kNotLoggedIn],
  ["gives numbers", kNotUsable],
  ["gives a line break", kNotUsable],
  ["is no function", kNotUsable],
] as const;

for (const [what, said] of kProviders) {
  test(`says what is wrong when the provider ${what}, and takes another`, async ({
    page,
    servers,
  }) => {
    const admin = await mount(page, servers, { user: null });
    await provide(admin, what);
    await expect(admin.getByText(said).first()).toBeVisible();
    await expect(admin.getByRole("alert")).toContainText(said);
    expect(servers.received("GET", "/api/v1/me")).toEqual([]);
    await expectConnectedWithRightOne(admin);
  });
}

test("says that it waits for a provider that never answers, and takes another", async ({
  page,
  servers,
}) => {
  const admin = await mount(page, servers, { user: null });
  await provide(admin, "never answers");
  await expect(admin.getByRole("status")).toHaveText("Waiting for this page to log you in…");
  await expectConnectedWithRightOne(admin);
});

type Provider = (typeof kProviders)[number][0] | "never answers";

async function provide(admin: Locator, what: Provider): Promise<void> {
  await admin.evaluate((element, name) => {
    const providers: Readonly<Record<Provider, unknown>> = {
      throws: () => {
        throw new Error("not today");
      },
      rejects: () => Promise.reject(new Error("not today")),
      "gives nothing": () => undefined,
      "gives numbers": () => ({ userId: 7, authToken: 8 }),
      "gives a line break": () => ({ userId: "a\nb", authToken: "c" }),
      "is no function": "rodriq",
      "never answers": () => new Promise(() => undefined),
    };
    Object.assign(element, { credentials: providers[name] });
  }, what);
}

async function expectConnectedWithRightOne(admin: Locator): Promise<void> {
  await admin.evaluate((element, session) => {
    Object.assign(element, { credentials: () => session });
  }, kSessions.rodriq);
  const again = admin.getByRole("button", { name: "Check again" });
  const connected = admin.getByRole("heading", { name: "Which conversation?" });
  await expect(again.or(connected).first()).toBeVisible();
  if (await again.isVisible()) await again.click();
  // Who connects by hand is told what was found out first.
  await expect(connected.or(admin.getByText("You can move conversations")).first()).toBeVisible();
}
