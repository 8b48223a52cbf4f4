import { mkdtemp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startNodeHost } from "../../web/src/standin/node-host.js";
import { PortInUseError } from "../../web/src/standin/port-in-use-error.js";
import type { Standin } from "../../web/src/standin/standin.js";
import { useNodeHosts } from "./node-hosts.js";
import { createStandin, kAgentHeaders, kGoldenBody, kRoomVisitor } from "./standin-fixture.js";

const kUpdate = { method: "PUT", headers: kAgentHeaders, body: kGoldenBody };

type Listen = (this: Server, ...args: unknown[]) => Server;

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin();
});
afterEach(() => {
  standin.dispose();
});

const start = useNodeHosts(() => standin);

/** Sends a request target as it stands, which fetch would tidy up. */
function rawGet(port: number, target: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: "127.0.0.1", path: target }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (body += part));
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, body });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("the node host", () => {
  it.each(["/", "/api/", "/api/v1/"])(
    "refuses to hide the API under the prefix %s",
    async (prefix) => {
      await expect(start({ serve: { prefix, folder: tmpdir() } })).rejects.toThrow(/hide the API/);
    },
  );

  // A port that is free on 127.0.0.1 may be taken on ::1.
  it("finds another port when the first one is taken on ::1, and none when it was told one", async () => {
    const listen = Object.getOwnPropertyDescriptor(Server.prototype, "listen")?.value as Listen;
    let taken = 1;
    const spy = vi.spyOn(Server.prototype, "listen").mockImplementation(function (
      this: Server,
      ...args: unknown[]
    ) {
      if (args[1] !== "::1" || taken === 0) return listen.apply(this, args);
      taken -= 1;
      const error = Object.assign(new Error("taken"), { code: "EADDRINUSE" });
      queueMicrotask(() => this.emit("error", error));
      return this;
    });
    const host = await start();
    const { port } = host;
    expect((await fetch(`http://127.0.0.1:${port}/api/info`)).status).toBe(200);
    await host.close();
    taken = 1;
    await expect(start({ port })).rejects.toThrow(PortInUseError);
    spy.mockRestore();
  });

  it("answers the documentation's call on a real socket and records it", async () => {
    const host = await start();
    const response = await fetch(`http://127.0.0.1:${host.port}${kRoomVisitor}`, kUpdate);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("content-length")).toBeNull();
    expect(await response.json()).toMatchObject({ success: true });
    expect(host.requests).toHaveLength(1);
    expect(host.requests[0]).toMatchObject({
      method: "PUT",
      path: kRoomVisitor,
      body: kGoldenBody,
      status: 200,
    });
    const names = host.requests[0]?.headers.map(([name]) => name.toLowerCase());
    expect(names).toEqual(expect.arrayContaining(["x-auth-token", "x-user-id", "content-type"]));
  });

  it("has an empty body with a length where the server has", async () => {
    const host = await start();
    const response = await fetch(`${host.url}/nope`, { method: "PUT" });
    expect(response.status).toBe(405);
    expect(response.headers.get("content-length")).toBe("0");
    expect(response.headers.get("allow")).toBe("OPTIONS, GET, HEAD");
  });

  it("reads just enough of a huge body to find it too large", async () => {
    const host = await start();
    const body = new Uint8Array(52 * 2 ** 20).fill(0x20);
    const response = await fetch(host.url + kRoomVisitor, { ...kUpdate, body });
    expect(response.status).toBe(413);
  });

  it("logs a line for each request, without secrets", async () => {
    const lines: string[] = [];
    const host = await start({ log: (line) => lines.push(line) });
    await fetch(`${host.url}/api/v1/livechat/room?token=secret-visitor&rid=x`);
    await fetch(`${host.url}/api/v1/livechat/visitor/secret-visitor`);
    await fetch(host.url + kRoomVisitor, kUpdate);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^GET \/api\/v1\/livechat\/room\?token=\*\*\*&rid=x 400 \d+ ms$/);
    expect(lines.join()).not.toContain("secret-visitor");
    expect(lines.join()).not.toContain("8kZl86");
  });

  it.each(["real", "none"] as const)(
    "waits before 401 if the delays are real: %s",
    async (delays) => {
      const waits: number[] = [];
      const host = await start({
        delays,
        wait: (milliseconds) => Promise.resolve(waits.push(milliseconds)),
      });
      const response = await fetch(host.url + kRoomVisitor, { method: "PUT" });
      expect(response.status).toBe(401);
      await fetch(host.url + kRoomVisitor, kUpdate);
      expect(waits).toHaveLength(delays === "real" ? 1 : 0);
      expect(waits.every((milliseconds) => milliseconds >= 500 && milliseconds <= 1000)).toBe(true);
    },
  );

  it("answers later by its latency, on top of the server's own delay, but not for files", async () => {
    const waits: number[] = [];
    const wait = (milliseconds: number): Promise<unknown> =>
      Promise.resolve(waits.push(milliseconds));
    const host = await start({
      delays: "real",
      latency: 2000,
      wait,
      serve: { prefix: "/files/", folder: tmpdir() },
    });
    await fetch(`${host.url}/files/none`);
    await fetch(`${host.url}/__standin/counts`);
    expect(waits).toEqual([]);
    await fetch(host.url + kRoomVisitor, kUpdate);
    expect(waits).toEqual([2000]);
    standin.setFaults([{ kind: "slow", milliseconds: 4000 }]);
    await fetch(host.url + kRoomVisitor, { method: "PUT" });
    expect(waits[1]).toBeGreaterThanOrEqual(6500);
    expect(waits[1]).toBeLessThanOrEqual(7000);
  });

  it.each([-1, Number.NaN, 86_400_001])("refuses %d as latency", async (latency) => {
    await expect(start({ latency })).rejects.toThrow(/milliseconds from 0 to 86400000/);
  });

  it("says when its port is taken", async () => {
    const { port } = await start();
    const error: unknown = await startNodeHost({ standin, port }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(PortInUseError);
    expect(error).toMatchObject({ code: "port_in_use", port });
  });

  it("listens to this machine only", async () => {
    const host = await start();
    const response = await fetch(`http://[::1]:${host.port}/api/info`).catch(() => undefined);
    expect(response?.status ?? 200).toBe(200);
    await expect(fetch(`http://127.0.0.2:${host.port}/api/info`)).rejects.toThrow();
  });
});

describe("files beside the API", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "standin-"));
    await mkdir(path.join(folder, "page/assets"), { recursive: true });
    await writeFile(path.join(folder, "secret.txt"), "secret");
    await writeFile(path.join(folder, "page/index.html"), "<!doctype html>page");
    await writeFile(path.join(folder, "page/assets/core.wasm"), new Uint8Array([0, 0x61]));
    await symlink(path.join(folder, "secret.txt"), path.join(folder, "page/link.txt"));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const serve = () => ({
    prefix: "/room-visitor/",
    folder: path.join(folder, "page"),
    headers: { "content-security-policy": "default-src 'none'" },
  });

  it("are sent with type and headers, and are no API requests", async () => {
    const host = await start({ serve: serve() });
    const page = await fetch(`${host.url}/room-visitor/?x=1`);
    expect(await page.text()).toBe("<!doctype html>page");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toBe("default-src 'none'");
    const wasm = await fetch(`${host.url}/room-visitor/assets/core.wasm`);
    expect(wasm.headers.get("content-type")).toBe("application/wasm");
    expect((await fetch(`${host.url}/room-visitor`)).url).toBe(`${host.url}/room-visitor/`);
    expect((await fetch(`${host.url}/room-visitor/`, { method: "HEAD" })).status).toBe(200);
    expect(host.requests).toHaveLength(0);
    expect((await fetch(`${host.url}/api/info`)).status).toBe(200);
    expect(host.requests).toHaveLength(1);
  });

  it.each(["", "room-visitor/", "/room-visitor"])("need slashes round %j", async (prefix) => {
    await expect(start({ serve: { ...serve(), prefix } })).rejects.toThrow(/slash/);
  });

  it.each([
    "/room-visitor/none.js",
    "/room-visitor/assets",
    "/room-visitor/../secret.txt",
    "/room-visitor/..%2fsecret.txt",
    "/room-visitor/%2e%2e/secret.txt",
    "/room-visitor/assets/../../secret.txt",
    "/room-visitor/link.txt",
    "/room-visitor/%00",
    "/room-visitor/%",
  ])("are not found at %s", async (target) => {
    const host = await start({ serve: serve() });
    expect(await rawGet(host.port, target)).toEqual({
      status: 404,
      body: "There is no such file.\n",
    });
  });
});
