// Text of strangers is text.
import { exampleButton, expect, field, row, sendButton, test } from "./fixtures.js";

const kMarkup = "<img src=x onerror=alert(1)>";
const kOldVisitor = "6425bb86c29657e5b3ba26b2";

test.use({
  seedDocuments: {
    visitors: [
      {
        _id: "<b onmouseover=alert(2)>id</b>",
        username: "guest-\u202egnp.exe",
        token: "hostile-token",
        name: "Men\u202ede\u200b",
        ts: "2023-03-30T16:40:38.417Z",
      },
    ],
    rooms: [
      {
        _id: "tcbbSmWSLR5uo5PBW",
        t: "l",
        fname: "Men\u202ede\u200b",
        ts: "2023-03-30T16:40:48.026Z",
        open: true,
        v: { _id: kOldVisitor, username: "guest-16", token: "old-token", status: "offline" },
        lastMessage: { _id: "KLgpbsdZEgETahypp", msg: kMarkup, u: { _id: kOldVisitor } },
        crmData: { "</script><script>alert(3)</script>": "javascript:alert(4)" },
        _updatedAt: "2023-03-30T16:58:12.032Z",
      },
    ],
  },
});

test("shows markup, direction overrides and odd ids as inert text", async ({ page, openPage }) => {
  page.on("dialog", () => {
    throw new Error("a script ran");
  });
  await openPage();
  await exampleButton(page).click();
  await field(page, "New visitor id").fill("<b onmouseover=alert(2)>id</b>");
  await sendButton(page).click();
  await expect(page.getByRole("heading", { name: /belongs to the new visitor/ })).toBeFocused();

  await expect(row(page, "lastMessage.msg")).toContainText(kMarkup);
  await expect(row(page, "v._id")).toContainText("<b onmouseover=alert(2)>id</b>");
  await expect(row(page, "fname")).toContainText("MenU+202EdeU+200B");
  await expect(row(page, "v.username").getByTitle("right-to-left override").first()).toBeVisible();
  await expect(page.getByText("javascript:alert(4)")).toBeVisible();
  await expect(page.locator("rv-room-view img, rv-room-view script, rv-room-view b")).toHaveCount(
    0,
  );
  // What is isolated cannot turn the text around it.
  await expect(row(page, "v.username").locator("bdi").first()).toBeVisible();
  // Unlike querySelectorAll, a locator enters the shadow roots, in which all of this stands.
  await expect(page.locator("rv-page [data-path]").first()).toBeVisible();
  await expect(page.locator("rv-page [onerror], rv-page [onmouseover]")).toHaveCount(0);
});
