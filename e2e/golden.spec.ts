// The documentation's example from the page to the socket and back.
import { readFileSync } from "node:fs";
import path from "node:path";

import { exampleButton, expect, field, row, sendButton, test } from "./fixtures.js";

const kRoute = "/api/v1/livechat/room.visitor";
const kResult = JSON.parse(
  readFileSync(
    path.resolve(import.meta.dirname, "../tests/data/documentation-result.json"),
    "utf8",
  ),
) as { room: Record<string, unknown> };

test("sends the documentation's call and shows the room in two actions", async ({
  page,
  openPage,
  servers,
}) => {
  await openPage();
  await exampleButton(page).click();
  await sendButton(page).click();

  const heading = page.getByRole("heading", {
    name: "The conversation belongs to the new visitor",
  });
  await expect(heading).toBeFocused();
  await expect(page.getByText("The server says that this call is deprecated")).toHaveCount(
    servers.page.startsWith(servers.api) ? 1 : 0,
  );

  const [request, ...others] = servers.received("PUT", kRoute);
  expect(others).toEqual([]);
  expect(request?.path).toBe(kRoute);
  const headers = new Map(request?.headers.map(([name, value]) => [name.toLowerCase(), value]));
  expect(headers.get("x-auth-token")).toBe("8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs");
  expect(headers.get("x-user-id")).toBe("rYhzFRd2QZjNwAAXX");
  expect(headers.get("content-type")).toBe("application/json");
  expect(headers.has("cookie")).toBe(false);
  expect(headers.has("referer")).toBe(false);
  expect(request?.body).toBe(
    '{"rid":"tcbbSmWSLR5uo5PBW","oldVisitorId":"6425bb86c29657e5b3ba26b2","newVisitorId":"6425bb86c29657e5b3ba26b2"}',
  );
});

test("shows every field of the documentation's answer", async ({ page, openPage }) => {
  await openPage();
  await exampleButton(page).click();
  await sendButton(page).click();
  await expect(page.getByRole("heading", { name: "Queue and metrics" })).toBeVisible();
  for (const heading of ["Conversation", "Visitor", "Agent", "Last message"]) {
    await expect(page.getByRole("region", { name: heading, exact: true }).last()).toBeVisible();
  }
  const leaves = leavesOf(kResult.room);
  expect(leaves).toHaveLength(51);
  // In one go: fifty questions to the browser would take longer than the rest of the test.
  const rows = await page
    .locator("[data-path]")
    .evaluateAll((elements) =>
      elements.map((element): [string, string] => [
        element.getAttribute("data-path") ?? "",
        element.checkVisibility() ? (element as HTMLElement).innerText : "",
      ]),
    );
  const shown = new Map(rows);
  expect([...shown.keys()].sort()).toEqual(leaves.map(([name]) => name).sort());
  for (const [name, value] of leaves) {
    const text = shown.get(name) ?? "";
    if (name === "_updatedAt") expect(text).toContain("changed:");
    else if (name.endsWith("token")) expect(text).not.toContain(String(value));
    else expect(text, name).toContain(shownAs(name, value));
  }
  await expect(page.getByText("hidden, 64 characters")).toHaveCount(2);
  await expect(page.getByText(/Mar 2023, 16:40:48/).first()).toBeVisible();
});

test("marks what a move changed, with the value before", async ({ page, openPage }) => {
  await openPage();
  await exampleButton(page).click();
  await field(page, "New visitor id").fill("63d8f20a5be41c7790e6a1f4");
  await sendButton(page).click();
  await expect(row(page, "v.username")).toContainText("changed: guest-16 → guest-3");
  await expect(row(page, "v._id")).toContainText(
    "6425bb86c29657e5b3ba26b2 → 63d8f20a5be41c7790e6a1f4",
  );
  await expect(row(page, "fname")).not.toContainText("changed");
  await expect(page.getByRole("heading", { name: "What changed" })).toBeVisible();
});

test("reveals a token only on demand", async ({ page, openPage }) => {
  const token = "8b15e7f76d3943646b9de8ca1e12aecb55297a321d29500e16143fa5bd6c622d";
  await openPage();
  await exampleButton(page).click();
  await sendButton(page).click();
  await expect(row(page, "v.token")).toBeVisible();
  await expect(page.getByText(token)).toHaveCount(0);
  await row(page, "v.token").getByRole("button", { name: "Reveal Visitor token" }).click();
  await expect(row(page, "v.token")).toContainText(token);
  await expect(row(page, "lastMessage.token")).not.toContainText(token);

  await page.getByText("Raw JSON", { exact: true }).click();
  const raw = page.locator("pre", { hasText: '"estimatedWaitingTimeQueue": 9999999' });
  await expect(raw).toBeVisible();
  await expect(raw).not.toContainText(token);
  await page.getByRole("button", { name: "Reveal secrets" }).click();
  await expect(raw).toContainText(`"token": "${token}"`);
});

test("shows the request as curl with the token masked, as it is typed", async ({
  page,
  openPage,
}) => {
  await openPage();
  await expect(page.getByText("It appears here when every field")).toBeVisible();
  await exampleButton(page).click();
  const preview = page.getByLabel("Request as curl");
  await expect(preview).toContainText("curl --location --request PUT");
  await expect(preview).not.toContainText("8kZl86mlaQW4tiHelu2GVrn1");
  await field(page, "Room id").fill("q7WnZ4kYtB9sRmE3c");
  await expect(preview).toContainText('"rid": "q7WnZ4kYtB9sRmE3c"');
});

type Leaf = string | number | boolean | null;

function leavesOf(value: unknown, name = ""): [name: string, value: Leaf][] {
  if (typeof value !== "object" || value === null) return [[name, value as Leaf]];
  const members: [string, unknown][] = Object.entries(value);
  if (members.length === 0) return [[name, null]];
  return members.flatMap(([key, member]) => leavesOf(member, name === "" ? key : `${name}.${key}`));
}

function shownAs(name: string, value: Leaf): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (value === null) return "none";
  const seconds = /^metrics\.(reaction|response)\.(ft|tt|avg)$/.test(name);
  if (seconds) return `${value} s`;
  return typeof value === "number" ? value.toLocaleString("en-GB") : value;
}
