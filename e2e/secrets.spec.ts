// Nothing secret is where others than the element's own code could read it: after a whole session, every
// public place of the page is searched for everything that was used to get in.
import type { Locator, Page } from "@playwright/test";

import { kSessions, kStory, mount } from "./admin.js";
import { expect, failedLoad, type Servers, test } from "./fixtures.js";
import { type PublicText, watchPlaces } from "./public-places.js";

const kWrite = "/api/v1/livechat/room.visitor";
const kPassword = "amelie-password";
const kCode = "271828";
const kWrongToken = "a-Token-that-nobody-has-in-this-workspace-1";

test.use({ workspace: { seed: "story" } });
test.skip(({ crossOrigin }) => crossOrigin, "a page shows the same");

/** Where one of the secrets is; each named, so that a failure says which and not what it is. */
function leaks(
  places: readonly PublicText[],
  secrets: ReadonlyMap<string, string>,
): readonly string[] {
  return places.flatMap(({ place, text }) =>
    [...secrets]
      .filter(([, secret]) => text.includes(secret))
      .map(([name]) => `${name} in ${place}`),
  );
}

function tokensOfWrites(servers: Servers): readonly string[] {
  const sent = servers.received("PUT", kWrite).flatMap(({ headers }) => headers);
  return sent.filter(([name]) => name.toLowerCase() === "x-auth-token").map(([, value]) => value);
}

// The token of the login is what later requests carry; those of the visitors are in the workspace.
function secretsOf(servers: Servers, state: string): ReadonlyMap<string, string> {
  const [token = ""] = tokensOfWrites(servers);
  expect(token, "the token that was used").toMatch(/^[\w-]{43}$/);
  const { visitors } = JSON.parse(state) as { visitors: readonly Record<string, unknown>[] };
  const tokens = visitors.flatMap(({ _id, token: own }): [string, string][] =>
    typeof own === "string" && own !== "" ? [[`token of ${String(_id)}`, own]] : [],
  );
  expect(tokens.length, "visitors with a token").toBeGreaterThan(20);
  return new Map([["password", kPassword], ["code", kCode], ["login token", token], ...tokens]);
}

test("shows and keeps no secret in a whole session", async ({ page, servers, expectProblem }) => {
  test.slow();
  expectProblem(failedLoad("login"));
  const standin = await servers.renew();
  const collect = await watchPlaces(page);
  const seen: PublicText[] = [];
  const look = async (): Promise<void> => {
    await openAll(page);
    seen.push(...(await collect()));
  };
  const admin = await mount(page, servers, { user: null });
  const press = (name: string | RegExp): Promise<void> =>
    admin.getByRole("button", { name }).first().click();

  await admin.getByLabel("Username or e-mail address").fill("amelie");
  await admin.getByLabel("Password", { exact: true }).fill(kPassword);
  await press(/^Show .*Password/);
  await look();
  await press("Log in");
  await admin.getByLabel("Code", { exact: true }).fill("000000");
  await press("Log in");
  await expect(admin.getByRole("alert")).not.toHaveText("");
  await admin.getByLabel("Code", { exact: true }).fill(kCode);
  await look();
  await press("Log in");

  await admin.getByRole("row").nth(1).getByRole("button").click();
  await look();
  await admin.getByRole("combobox", { name: "Find the person" }).fill("mende");
  await admin.getByRole("option", { name: "Amara Mende" }).click();
  await admin.getByRole("button", { name: /^Move conversation to/ }).waitFor();
  await look();
  await press(/^Move conversation to/);
  await expect(admin.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  await look();
  await press("Copy");
  await press(/^Move it back to/);
  await expect(admin.getByText(/^Moved back from/)).toBeVisible();
  await look();
  await press("Earlier moves");
  await expect(admin.getByRole("listitem").filter({ hasText: "Conversation" })).not.toHaveCount(0);
  await press("Save as CSV");
  await press("Save as JSON");
  await look();
  await press("Connect");
  await look();
  await press("Log out");
  await expect(admin.getByLabel("Password", { exact: true })).toBeVisible();
  await look();

  const secrets = secretsOf(servers, standin.save());
  expect([...new Set(leaks(seen, secrets))]).toEqual([]);
  // What should be there was looked at: the move and its record, the events, and what was taken away.
  for (const place of ["text", "event", "database room-visitor", "file", "clipboard"]) {
    expect(
      seen.some((text) => text.place.startsWith(place)),
      place,
    ).toBe(true);
  }
});

test("shows and keeps no token that is pasted or that the page gives", async ({
  page,
  servers,
  expectProblem,
}) => {
  expectProblem(failedLoad("me"));
  await servers.renew();
  const collect = await watchPlaces(page);
  const seen: PublicText[] = [];
  const look = async (): Promise<void> => {
    await openAll(page);
    seen.push(...(await collect()));
  };
  const { userId, authToken } = kSessions.rodriq;
  const ids = { rid: kStory.rid, newVisitorId: kStory.customer };
  const admin = await mount(page, servers, { user: null, ...ids });
  await admin.getByLabel("User id and token").check();
  const logIn = admin.getByRole("button", { name: "Log in", exact: true });
  const token = admin.getByLabel("Token", { exact: true });
  await admin.getByLabel("User id", { exact: true }).fill(userId);
  await token.fill(kWrongToken);
  await admin.getByRole("button", { name: /^Show .*Token/ }).click();
  await look();
  await logIn.click();
  await expect(admin.getByRole("alert")).toContainText("does not accept the login");
  await look();
  await token.fill(authToken);
  await look();
  await logIn.click();
  await moveThere(admin, look);
  await admin.getByRole("button", { name: /^Move it back to/ }).click();
  await expect(admin.getByText(/^Moved back from/)).toBeVisible();
  await admin.getByRole("button", { name: "Connect", exact: true }).click();
  await look();
  await admin.getByRole("button", { name: "Forget this token" }).click();
  await expect(logIn).toBeVisible();
  await look();

  await moveThere(await mount(page, servers, ids), look);
  expect(tokensOfWrites(servers)).toEqual([authToken, authToken, authToken]);
  const secrets = new Map([
    ["token", authToken],
    ["wrong token", kWrongToken],
  ]);
  expect([...new Set(leaks(seen, secrets))]).toEqual([]);
});

test("would find a secret in each of these places", async ({ page, servers }) => {
  const collect = await watchPlaces(page);
  await mount(page, servers, { rid: kStory.rid });
  await page.evaluate(async (secret) => {
    const host = document.querySelector("room-visitor-admin");
    host?.shadowRoot?.querySelector("h2")?.append(secret);
    host?.setAttribute("title", secret);
    host?.dispatchEvent(
      new CustomEvent("room-visitor-moved", { bubbles: true, detail: { secret } }),
    );
    localStorage.setItem("kept", secret);
    sessionStorage.setItem("kept", secret);
    history.replaceState({ secret }, "", `#${secret}`);
    document.cookie = `kept=${secret}`;
    // eslint-disable-next-line no-console -- one of the places
    console.log(secret);
    URL.revokeObjectURL(URL.createObjectURL(new Blob([secret])));
    await navigator.clipboard.writeText(secret);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open("kept");
      request.onupgradeneeded = () => request.result.createObjectStore("all").put(secret, 1);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => {
        reject(new Error("no database"));
      };
    });
  }, kCode);
  const found = leaks(await collect(), new Map([["it", kCode]]));
  for (const place of [
    "text",
    "attribute title of <room-visitor-admin>",
    "event",
    "localStorage",
    "sessionStorage",
    "address",
    "history",
    "cookie",
    "console",
    "database kept",
    "file",
    "clipboard",
  ]) {
    expect(found).toContain(`it in ${place}`);
  }
});

// From the preview to its result and to the record of it.
async function moveThere(admin: Locator, look: () => Promise<void>): Promise<void> {
  const move = admin.getByRole("button", { name: "Move conversation to Amara Mende" });
  await move.waitFor();
  await look();
  await move.click();
  await expect(admin.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  await look();
}

// What is folded is read, too; and every piece of a long answer.
async function openAll(page: Page): Promise<void> {
  await page.locator("details:not([open]) > summary").evaluateAll((summaries) => {
    for (const summary of summaries) (summary as HTMLElement).click();
  });
}
