// The page's own login: what was refused is not handed out again.
import { describe, expect, it } from "vitest";

import { HostSession } from "../../../web/demo/host-session.js";

const kServer = "https://chat.example.com";
const kFirst = { userId: "u", authToken: "first" };
const kSecond = { userId: "u", authToken: "second" };

function session(): { session: HostSession; changes: () => number } {
  let changes = 0;
  const made = new HostSession(kFirst, () => {
    changes += 1;
  });
  return { session: made, changes: () => changes };
}
const ask = (host: HostSession, signal = new AbortController().signal) =>
  Promise.resolve(host.provide({ signal, server: kServer }));

describe("the host's session", () => {
  it("gives the login until it is refused", async () => {
    const { session: host } = session();
    expect(await ask(host)).toBe(kFirst);
    host.refuse("another token");
    expect(await ask(host)).toBe(kFirst);
    expect(host.wanted).toBe(false);
  });

  it("lets everybody wait for the next login and go on with it", async () => {
    const { session: host, changes } = session();
    host.refuse(kFirst.authToken);
    const both = [ask(host), ask(host)];
    expect(host.wanted).toBe(true);
    host.renew(kSecond);
    expect(await Promise.all(both)).toEqual([kSecond, kSecond]);
    expect(host.wanted).toBe(false);
    expect(await ask(host)).toBe(kSecond);
    expect(changes()).toBe(3);
  });

  it("does not take a late refusal of the old login for one of the new", async () => {
    const { session: host } = session();
    host.refuse(kFirst.authToken);
    host.renew(kSecond);
    host.refuse(kFirst.authToken);
    expect(await ask(host)).toBe(kSecond);
  });

  it("forgets who has left", async () => {
    const { session: host } = session();
    host.refuse(kFirst.authToken);
    const leaving = new AbortController();
    const left = ask(host, leaving.signal);
    leaving.abort(new Error("cancelled"));
    await expect(left).rejects.toThrow("cancelled");
    expect(host.wanted).toBe(false);
  });

  it("ends all waits when the workspace goes", async () => {
    const { session: host } = session();
    host.refuse(kFirst.authToken);
    const waiting = ask(host);
    host.close();
    await expect(waiting).rejects.toThrow("replaced");
  });
});
