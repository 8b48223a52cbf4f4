import { readFileSync } from "node:fs";

import { describe, expect, test, vi } from "vitest";

import { formView, kFormFields } from "../../web/demo/form-model.js";
import { PageFlow } from "../../web/demo/page-flow.js";
import type { PageState } from "../../web/demo/page-state.js";
import { Core } from "../../web/src/client/core.js";
import { load } from "../../web/src/index.js";
import { loaderError } from "../../web/src/wasm/loader-error.js";
import { goldenRoom, kGoldenUpdate, kMove, kSession, movedRoom } from "./golden.js";

const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { "Content-Type": "application/json" } });

const kModule = new URL("../../web/src/wasm/room_visitor_client.wasm", import.meta.url);

interface World {
  read: () => Response;
  write: () => Response | Promise<Response>;
}

async function started(change: Partial<World> = {}) {
  const world: World = {
    read: () => json({ room: goldenRoom(), success: true }),
    write: () => json({ room: movedRoom(), success: true }),
    ...change,
  };
  const paths: string[] = [];
  const sent: { origin: string; token: string | null }[] = [];
  const states: PageState[] = [];
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const { pathname, origin } = new URL(input as string);
    paths.push(pathname);
    sent.push({ origin, token: new Headers(init.headers).get("X-Auth-Token") });
    if (pathname === "/api/info") return json({ version: "6.4", success: true });
    return pathname.endsWith("rooms.info") ? world.read() : world.write();
  };
  // No pause is longer than nothing, and each flow has a clock, and so limits, of its own.
  const options = { random: () => 0, monotonicClock: () => performance.now() };
  const flow = new PageFlow({ server: "http://localhost:3000", fetch, ...options }, () => {
    states.push(flow.state);
  });
  await flow.load();
  return { flow, world, paths, sent, states };
}

describe("PageFlow", () => {
  test("goes from start to the changed room in two actions", async () => {
    const { flow, states } = await started();
    flow.fillExample();
    flow.edit("newVisitorId", kMove.newVisitorId);
    expect(await flow.send()).toBeNull();
    const { phase, outcome, room, notes } = flow.state;
    expect([phase, outcome?.verdict, notes]).toEqual(["done", "applied", []]);
    expect(room?.changes.map(({ path }) => path)).toContain("/v/_id");
    const progress = [...new Set(states.map((state) => state.progress))];
    expect(progress).toEqual([
      "",
      "Reading the room…",
      "Asking the server for its version…",
      "Sending the update…",
    ]);
  });

  test("names the first wrong field and sends nothing", async () => {
    const { flow, paths } = await started();
    expect(flow.view()?.fields.userId.invalid).toBe(false);
    expect(await flow.send()).toBe("userId");
    expect(paths).toEqual([]);
    const view = flow.view();
    expect(view?.wrong).toEqual(kFormFields.filter((name) => name !== "server"));
    for (const name of view?.wrong ?? []) expect(view?.fields[name].invalid).toBe(true);
  });

  test("sends although the room cannot be read, and says so", async () => {
    const { flow } = await started({
      read: () => json({ success: false, error: "not-allowed", errorType: "Not Allowed" }, 400),
    });
    flow.fillExample();
    flow.edit("newVisitorId", kMove.newVisitorId);
    await flow.send();
    expect(flow.state.notes[0]).toMatch(/could not be read before sending/);
    expect(flow.state.room?.compared).toBe(false);
  });

  test("puts a refusal beside its field until that field is edited", async () => {
    const { flow } = await started({
      write: () => json({ success: false, error: "visitor-not-found" }, 400),
    });
    flow.fillExample();
    await flow.send();
    expect(flow.state.outcome?.verdict).toBe("refused");
    expect(flow.state.room?.origin).toBe("The room before the request");
    expect(flow.view()?.fields.newVisitorId.invalid).toBe(true);
    expect(flow.view()?.wrong).toEqual([]);
    flow.edit("newVisitorId", kMove.newVisitorId);
    expect(flow.view()?.fields.newVisitorId.invalid).toBe(false);
  });

  // The form's current token, meant for another server, once went to the first one.
  test("reads again as it wrote: same server, same token, whatever the form says", async () => {
    const { flow, world, sent } = await started({ write: () => json({}, 502) });
    flow.fillExample();
    flow.edit("newVisitorId", kMove.newVisitorId);
    await flow.send();
    expect(flow.state.outcome?.verdict).toBe("unknown");
    flow.edit("server", "http://localhost:9");
    flow.edit("authToken", "token-of-another-server");
    await flow.readAgain();
    expect(sent.at(-1)).toEqual({ origin: "http://localhost:3000", token: kSession.authToken });
    expect(flow.state.notes[0]).toMatch(/still belongs to the old visitor/);
    world.read = () => json({ room: movedRoom(), success: true });
    await flow.readAgain();
    expect(flow.state.notes[0]).toMatch(/belongs to the new visitor/);
    expect(flow.state.outcome?.verdict).toBe("unknown");

    await flow.send();
    expect(sent.at(-1)).toEqual({
      origin: "http://localhost:9",
      token: "token-of-another-server",
    });
  });

  test("can be cancelled while the answer is awaited", async () => {
    const { flow } = await started({
      write: () => {
        queueMicrotask(() => {
          flow.cancel();
        });
        return new Promise<Response>(() => undefined);
      },
    });
    flow.fillExample();
    flow.edit("newVisitorId", kMove.newVisitorId);
    await flow.send();
    expect(flow.state).toMatchObject({
      phase: "done",
      outcome: { verdict: "unknown", error: { code: "cancelled" } },
    });
  });

  test("shows why the core could not be loaded, and loads again", async () => {
    const answers = [new Response("<html>"), new Response(readFileSync(kModule))];
    const fetch = (): Promise<Response> => Promise.resolve(answers.shift() ?? Response.error());
    const wasm = { wasmUrl: "https://app.example.com/flow.wasm", fetch };
    const flow = new PageFlow({ server: "http://localhost:3000", wasm }, () => undefined);
    await flow.load();
    expect(flow.state).toMatchObject({ phase: "load-failed", loadError: { code: "wasm_is_html" } });
    expect(flow.view()).toBeNull();
    await flow.load();
    expect(flow.state).toMatchObject({ phase: "editing", loadError: null });
    expect(flow.view()).not.toBeNull();
  });

  // The server's CORS settings were blamed for what the page's own policy had stopped.
  test("does not send where the page's policy has stopped the reading", async () => {
    const { flow, world, paths } = await started();
    flow.fillExample();
    world.read = () => {
      flow.blocked("http://localhost:3000/api/v1/rooms.info");
      throw new TypeError("Failed to fetch");
    };
    await flow.send();
    expect(paths).not.toContain("/api/v1/livechat/room.visitor");
    expect(flow.state).toMatchObject({
      phase: "editing",
      outcome: null,
      failure: { code: "blocked_by_page_policy" },
    });
    expect(flow.view()?.fields.server.notes[0]?.message).toContain("http://localhost:3000");
    flow.edit("server", "http://localhost:3001");
    // A report that comes late stands beside the outcome.
    world.read = () => json({ room: goldenRoom(), success: true });
    await flow.send();
    expect(flow.state).toMatchObject({ phase: "done", failure: null });
    flow.blocked("http://localhost:3001/api/info");
    expect(flow.state.failure?.message).toContain("http://localhost:3001");
  });

  // What follows once left the page in "sending" for ever.
  test("shows a fault of its own and can be used again", async () => {
    const { flow } = await started();
    flow.fillExample();
    flow.edit("newVisitorId", kMove.newVisitorId);
    vi.spyOn(Core.prototype, "serverInfoRequest").mockImplementationOnce(() => {
      throw new TypeError("a fault");
    });
    expect(await flow.send()).toBeNull();
    expect(flow.state).toMatchObject({ phase: "editing", failure: { code: "page_fault" } });
    await flow.send();
    expect(flow.state).toMatchObject({
      phase: "done",
      failure: null,
      outcome: { verdict: "applied" },
    });
  });

  test("keeps the outcome and offers to load again when the core stops", async () => {
    const { flow } = await started();
    flow.fillExample();
    flow.edit("newVisitorId", kMove.newVisitorId);
    vi.spyOn(Core.prototype, "diff").mockImplementationOnce(() => {
      throw loaderError("wasm_stopped");
    });
    await flow.send();
    const stopped = { phase: "load-failed", loadError: { code: "wasm_stopped" } };
    expect(flow.state).toMatchObject({ ...stopped, outcome: { verdict: "applied" } });
    expect([flow.rv, flow.view()]).toEqual([null, null]);
    await flow.load();
    expect(flow.state).toMatchObject({ phase: "done", outcome: { verdict: "applied" } });
    expect(flow.view()?.wrong).toEqual([]);
    await flow.send();
    expect(flow.state).toMatchObject({ phase: "done", room: { compared: true } });
  });

  test("survives a core that stops while the form is judged", async () => {
    const { flow } = await started();
    vi.spyOn(Core.prototype, "validate").mockImplementationOnce(() => {
      throw loaderError("wasm_stopped");
    });
    expect(flow.view()).toBeNull();
    await Promise.resolve();
    expect(flow.state).toMatchObject({
      phase: "load-failed",
      loadError: { code: "wasm_stopped" },
    });
    expect(flow.redact('{"token":"geheim"}')).toBe("");
    await flow.load();
    expect(flow.view()).not.toBeNull();
  });

  test("can read again after a fault while reading", async () => {
    const { flow } = await started({ write: () => json({}, 502) });
    flow.fillExample();
    await flow.send();
    vi.spyOn(Core.prototype, "startQuestion").mockImplementationOnce(() => {
      throw new TypeError("a fault");
    });
    await flow.readAgain();
    expect(flow.state).toMatchObject({ phase: "done", failure: { code: "page_fault" } });
    await flow.readAgain();
    expect(flow.state).toMatchObject({ failure: null, room: { compared: true } });
  });
});

describe("formView", () => {
  test("finds errors of the connection beside each other", async () => {
    const rv = await load();
    const values = { ...kGoldenUpdate, server: "chat.example.com", userId: "a b", authToken: "" };
    const visited = new Set(kFormFields);
    const view = formView(rv, { values, allowInsecure: false, visited, refusals: {} });
    expect(view.wrong).toEqual(["server", "userId", "authToken"]);
    expect(view.request).toBeNull();
  });

  test("offers plain http only when it is in question", async () => {
    const rv = await load();
    const values = { ...kGoldenUpdate, server: "http://chat.lan", userId: "u", authToken: "t" };
    const input = { values, visited: new Set(kFormFields), refusals: {} };
    const refused = formView(rv, { ...input, allowInsecure: false });
    expect([refused.insecure, refused.wrong]).toEqual([true, ["server"]]);
    const allowed = formView(rv, { ...input, allowInsecure: true });
    expect([allowed.insecure, allowed.wrong]).toEqual([true, []]);
  });
});
