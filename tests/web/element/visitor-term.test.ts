import { describe, expect, test } from "vitest";

import {
  couldBeContact,
  hasIdForm,
  lengthProblem,
  visitorsWith,
} from "../../../web/src/element/flow/visitor-term.js";
import { visitorOf } from "./visitor-document.js";

describe("what is typed", () => {
  test.each([
    ["", "short"],
    ["ab", "short"],
    ["abc", null],
    ["渡", "short"],
    ["渡辺", null],
    ["김민", null],
    ["a".repeat(256), null],
    ["a".repeat(257), "long"],
  ])("%j has the length problem %j", (term, problem) => {
    expect(lengthProblem(term)).toBe(problem);
  });

  test.each([
    ["63d8f20a5be41c7790e6a1f4", true],
    ["tcbbSmWSLR5uo5PBW", true],
    ["63D8F20A5BE41C7790E6A1F4", false],
    ["customer-00042", false],
    ["tcbbSmWSLR5uo5PB", false],
    ["tcbbSmWSLR5uo5PBWx", false],
  ])("%j has the form of an id: %j", (term, has) => {
    expect(hasIdForm(term)).toBe(has);
  });

  test.each([
    ["amara@example.com", true],
    ["a@b", true],
    ["ama@", false],
    ["@ama", false],
    ["+49 (30) 12-34", true],
    ["123", true],
    ["12", false],
    ["guest-3", false],
  ])("%j could be an e-mail address or telephone number: %j", (term, could) => {
    expect(couldBeContact(term)).toBe(could);
  });
});

describe("visitorsWith", () => {
  const amara = visitorOf({
    _id: "1",
    name: "Amara Mende",
    username: "guest-3",
    visitorEmails: [{ address: "am@example.com" }],
    phone: [{ phoneNumber: "+49 30 1234" }],
    livechatData: { customer: "C-20481", number: 5 },
  });

  test.each(["AMARA", "ra me", "GUEST-3", "am@EX", "30 12", "c-20481"])("finds by %j", (term) => {
    expect(visitorsWith([amara], term)).toEqual([amara]);
  });

  test.each(["ben", "customer", "5", "address"])("does not find by %j", (term) => {
    expect(visitorsWith([amara], term)).toEqual([]);
  });

  test.each([
    ["nothing", {}],
    ["nulls", { name: null, visitorEmails: null, phone: null, livechatData: null }],
    ["other types", { name: 5, visitorEmails: "", phone: [null, [[["abc"]]]], livechatData: [] }],
  ])("takes %s", (_, members) => {
    expect(visitorsWith([visitorOf(members)], "abc")).toEqual([]);
  });
});
