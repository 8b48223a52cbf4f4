// `npm start` as a process of its own, with what the build has left: one address for the pages and the
// workspace, and an end when it is told to.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";

import { afterEach, describe, expect, it } from "vitest";

import { kOwnServers, pageHeaders } from "../../scripts/lib/page-policy.mjs";
import { fromRoot } from "../../scripts/lib/paths.mjs";

const kLogin = { user: "rodriq", password: "rodriq-password" };
const kStoryRoom = "tcbbSmWSLR5uo5PBW";

const running = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** The process, what it says, and how it ends: its exit code, or the signal that ended it. */
function start(port) {
  const child = spawn(process.execPath, [fromRoot("scripts/start.mjs"), "--no-build"], {
    cwd: fromRoot(),
    env: { ...process.env, PORT: String(port) },
  });
  running.push(child);
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (said.text += text));
  }
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);
  return { child, said, ended };
}

/** The address that is printed; rejects with what was said if the process ends without one. */
async function addressOf({ child, said, ended }) {
  const printed = new Promise((resolve) => {
    const look = () => {
      const [, address] = /^room-visitor: (\S+)\n/m.exec(said.text) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on("data", look);
  });
  const failed = ended.then((end) => {
    throw new Error(`ended with ${end}: ${said.text}`);
  });
  return Promise.race([printed, failed]);
}

const json = async (url, init) => (await fetch(url, init)).json();
const refused = (url) => expect(fetch(url)).rejects.toThrow("fetch failed");

describe("npm start", () => {
  it("serves the pages and a workspace at the address it prints", async () => {
    const address = await addressOf(start(0));
    const { origin, pathname } = new URL(address);
    expect(pathname).toBe("/room-visitor/");

    for (const name of ["", "server.html", "example.html"]) {
      const page = await fetch(address + name);
      expect(page.status, name).toBe(200);
      expect(page.headers.get("content-type"), name).toMatch(/^text\/html/);
      expect(Object.fromEntries(page.headers), name).toMatchObject(pageHeaders(kOwnServers));
      const [, source = ""] = /<script[^>]* src="([^"]+)"/.exec(await page.text()) ?? [];
      const script = await fetch(new URL(source, page.url));
      expect(script.headers.get("content-type"), name).toMatch(/^text\/javascript/);
    }

    expect(await json(`${origin}/api/info`)).toMatchObject({ version: "6.4", success: true });
    const { status, data } = await json(`${origin}/api/v1/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(kLogin),
    });
    expect(status).toBe("success");
    const headers = { "x-user-id": data.userId, "x-auth-token": data.authToken };
    const room = await json(`${origin}/api/v1/rooms.info?roomId=${kStoryRoom}`, { headers });
    expect(room).toMatchObject({ success: true, room: { fname: "Mende" } });
  });

  // The connections that were used are open still.
  it.each(["SIGINT", "SIGTERM"])(
    "ends by itself at %s, and gives the port back",
    async (signal) => {
      const started = start(0);
      const address = await addressOf(started);
      await (await fetch(address)).text();
      started.child.kill(signal);
      expect(await started.ended).toBe(0);
      await refused(address);
    },
  );

  it.each(["many", "-1", "65536", "80.5"])("says that %s is no port", async (port) => {
    const { said, ended } = start(port);
    expect(await ended).toBe(1);
    expect(said.text).toBe(`PORT is "${port}"; it must be a number from 0 to 65535\n`);
  });

  it("names another port where one is in use", async () => {
    const other = createServer().listen(0);
    await once(other, "listening");
    const { port } = other.address();
    const { said, ended } = start(port);
    expect(await ended).toBe(1);
    expect(said.text).toBe(`port ${port} is in use; choose another: PORT=${port + 1} npm start\n`);
    other.close();
  });
});
