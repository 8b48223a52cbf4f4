import { describe, expect, test } from "vitest";

import { ridIn } from "../../../web/src/element/flow/rid-in.js";

const kServer = "https://chat.example.com";
const kRid = "tcbbSmWSLR5uo5PBW";

describe("ridIn", () => {
  test.each([
    ["an id", kRid],
    ["an id with a blank inside", "the second 4711"],
    ["an id that a caller chose", "chosen by the caller: 28/ü"],
    ["an id that looks a little like an address", "crm:4711/ünal ✓"],
    ["an id with two slashes", "crm://4711"],
    ["an id that begins with a slash", "/4711"],
    ["nothing", ""],
  ])("takes %s as it stands", (_, text) => {
    expect(ridIn(text, kServer)).toEqual({ rid: text, otherHost: "" });
  });

  // It was refused for them, where the field of the visitor's id took it.
  test("takes an id without the blanks around it", () => {
    expect(ridIn(` \t${kRid}\u00a0\n`, kServer)).toEqual({ rid: kRid, otherHost: "" });
    expect(ridIn("  ", kServer)).toEqual({ rid: "", otherHost: "" });
  });

  test.each([
    ["the agent's page", `${kServer}/live/${kRid}`],
    ["with a tab open", `${kServer}/live/${kRid}/room-info`],
    ["with query and hash", `${kServer}/live/${kRid}?msg=a/b#x/y`],
    ["with a slash at the end and spaces around", `  ${kServer}/live/${kRid}/ `],
    ["the list of current chats", `${kServer}/omnichannel/current/${kRid}/edit`],
    ["its older form", `${kServer}/livechat-manager/current/${kRid}`],
    ["the directory", `${kServer}/omnichannel-directory/chats/info/${kRid}`],
    ["the older list", `${kServer}/livechat-current/${kRid}`],
    ["a link of the app's form", `${kServer}/livechat/${kRid}`],
    ["percent-encoded", `${kServer}/live/%74cbbSmWSLR5uo5PBW`],
    ["other letter case in the host", `HTTPS://Chat.Example.com/live/${kRid}`],
    ["the default port", `https://chat.example.com:443/live/${kRid}`],
    ["plain http", `http://chat.example.com/live/${kRid}`],
    ["without its scheme", `chat.example.com/live/${kRid}`],
    ["its path alone", `/omnichannel/current/${kRid}/`],
    ["of the API", `${kServer}/api/v1/rooms.info?roomId=${kRid}`],
    ["of the API for visitors", `${kServer}/api/v1/livechat/room?token=t&rid=${kRid}`],
    [
      "a link that opens the app",
      `https://go.rocket.chat/room?host=chat.example.com&rid=${kRid}&path=livechat/${kRid}`,
    ],
    ["the app's own link", `rocketchat://room?host=chat.example.com&rid=${kRid}`],
  ])("reads an address: %s", (_, text) => {
    expect(ridIn(text, kServer)).toEqual({ rid: kRid, otherHost: "" });
  });

  test("gives ids of any form back as the server has them", () => {
    const rid = "chosen by the caller: 28/ü";
    const text = `${kServer}/live/${encodeURIComponent(rid)}`;
    expect(ridIn(text, kServer).rid).toBe(rid);
    expect(ridIn(`${kServer}/live/a\u202eb`, kServer).rid).toBe("a\u202eb");
  });

  test.each([
    ["another host", `https://other.example.com/live/${kRid}`, "other.example.com"],
    ["another port", `${kServer}:8443/live/${kRid}`, "chat.example.com:8443"],
    ["a host that looks alike", `https://chаt.example.com/live/${kRid}`, "xn--cht-7cd.example.com"],
    ["a host behind credentials", `https://chat.example.com@evil.test/live/${kRid}`, "evil.test"],
    ["the host of a link", `https://go.rocket.chat/room?host=other.test&rid=${kRid}`, "other.test"],
    ["what is no host", `rocketchat://room?host=a%20b&rid=${kRid}`, "a b"],
  ])("names %s", (_, text, otherHost) => {
    expect(ridIn(text, kServer)).toEqual({ rid: kRid, otherHost });
  });

  test.each([
    ["the workspace itself", kServer],
    ["another page", `${kServer}/home`],
    ["a channel", `${kServer}/channel/general`],
    ["a list without a chat", `${kServer}/omnichannel/current`],
    ["an empty place", `${kServer}/live//`],
    ["what cannot be decoded", `${kServer}/live/%ff%fe`],
    ["no host", "https:///"],
    ["a scheme alone", "https://"],
    ["a parameter that is not the API's", `${kServer}/home?rid=${kRid}`],
    ["an empty parameter", `${kServer}/api/v1/rooms.info?roomId=`],
    ["a link without a room", "https://go.rocket.chat/room?host=chat.example.com"],
  ])("finds no chat in %s", (_, text) => {
    expect(ridIn(text, kServer)).toEqual({ rid: null, otherHost: "" });
  });

  test("knows a workspace below a path", () => {
    const server = "https://example.com/chat/";
    expect(ridIn(`https://example.com/chat/live/${kRid}`, server).rid).toBe(kRid);
    expect(ridIn(`/chat/live/${kRid}`, server).rid).toBe(kRid);
    expect(ridIn(`https://example.com/chat/home`, server).rid).toBeNull();
  });

  test("needs no server to read an address", () => {
    expect(ridIn(`${kServer}/live/${kRid}`, "")).toEqual({
      rid: kRid,
      otherHost: "chat.example.com",
    });
    expect(ridIn(`/live/${kRid}`, "").rid).toBe(`/live/${kRid}`);
  });
});
