import { describe, expect, test } from "vitest";

import {
  idTail,
  shortened,
  spokenName,
  visitorFacts,
  visitorName,
} from "../../../web/src/element/views/visitor-facts.js";
import { visitorOf } from "./visitor-document.js";

describe("visitorFacts", () => {
  test("reads what a person is told by", () => {
    const amara = visitorOf({
      _id: "63d8f20a5be41c7790e6a1f4",
      name: "Amara Mende",
      username: "guest-3",
      visitorEmails: [{ address: "amara@example.com" }, { address: "amara@example.com" }],
      phone: [{ phoneNumber: "+49 30 1234" }],
      lastChat: { _id: "r", ts: "2023-03-30T14:00:00.000Z" },
    });
    expect(visitorFacts(amara)).toEqual({
      name: "Amara Mende",
      username: "guest-3",
      emails: ["amara@example.com"],
      phones: ["+49 30 1234"],
      lastActivity: "2023-03-30T14:00:00.000Z",
    });
  });

  test.each([
    ["nothing at all", {}],
    ["nulls", { name: null, username: null, visitorEmails: null, phone: null, lastChat: null }],
    ["other types", { name: 7, username: {}, visitorEmails: "a", phone: 5, lastChat: "today" }],
    ["odd entries", { visitorEmails: [null, 5, { address: 5 }], phone: [{}], lastChat: { ts: 1 } }],
    ["white space", { name: " \t", username: "  ", phone: [{ phoneNumber: " " }] }],
  ])("takes %s for nothing", (_, members) => {
    const nothing = { name: null, username: null, emails: [], phones: [], lastActivity: null };
    expect(visitorFacts(visitorOf(members))).toEqual(nothing);
  });

  test("keeps a name of invisible characters, because they are shown", () => {
    expect(visitorFacts(visitorOf({ name: "\u200b" })).name).toBe("\u200b");
  });
});

describe("the one name", () => {
  const id = "63d8f20a5be41c7790e6a1f4";
  test.each([
    ["the name", { name: "Amara", username: "guest-3" }, "Amara"],
    ["else the username", { name: " ", username: "guest-3" }, "guest-3"],
    ["else the end of the id", {}, "…e6a1f4"],
  ])("is %s", (_, members, name) => {
    expect(visitorName(visitorOf(members), id)).toBe(name);
  });

  test("is the end of the id where only that is known", () => {
    expect(visitorName(null, id)).toBe("…e6a1f4");
  });

  test("is said with its invisible characters named, and not for minutes", () => {
    expect(spokenName(visitorOf({ name: "a\u202eb" }), id)).toBe("a⟨U+202E⟩b");
    expect(spokenName(visitorOf({ name: "x".repeat(5000) }), id)).toBe(`${"x".repeat(60)}…`);
  });
});

describe("cutting", () => {
  test("keeps short ids whole and characters unbroken", () => {
    expect(idTail("customer-0")).toBe("customer-0");
    expect(idTail("customer-00042")).toBe("…-00042");
    expect(idTail(`x${"😀".repeat(20)}`)).toBe("…😀😀😀");
    expect(idTail(`${"😀".repeat(20)}x`)).toBe("…😀😀x");
    expect(shortened("😀😀", 4)).toBe("😀😀");
    expect(shortened("😀😀😀", 5)).toBe("😀😀…");
  });
});
