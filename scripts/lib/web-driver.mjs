/**
 * WebKit through its own W3C WebDriver: MiniBrowser on a screen of its own (Xvfb). Playwright has no
 * WebKit that comes with Debian.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

import { ScriptError } from "./process.mjs";

const kHost = "127.0.0.1";
const kLibraries = "/usr/lib";
// A real browser on a busy machine; whoever waits for it waits for a condition, no longer than this.
const kPatience = 30_000;
const kPause = 50;
const kElement = "element-6066-11e4-a52e-4f735466cecf";
const kShadow = "shadow-6066-11e4-a52e-4f735466cecf";

/** Starts screen, driver and browser, hands a session to `use`, and ends all of them. */
export async function withWebKit(use) {
  const screen = await startScreen();
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`, `--host=${kHost}`], {
    // No accelerated drawing: there is no graphics card behind this screen.
    env: { ...process.env, DISPLAY: screen.display, WEBKIT_DISABLE_COMPOSITING_MODE: "1" },
    stdio: "ignore",
  });
  try {
    const session = await WebKitSession.start(`http://${kHost}:${port}`);
    try {
      return await use(session);
    } finally {
      await session.end();
    }
  } finally {
    driver.kill();
    screen.process.kill();
  }
}

/** One browser window. Methods reject with the driver's own words. */
class WebKitSession {
  #base;

  static async start(address) {
    const session = new WebKitSession();
    await waitFor("the WebDriver to answer", async () => {
      try {
        return (await fetch(`${address}/status`)).ok;
      } catch {
        return false;
      }
    });
    const options = { binary: miniBrowser(), args: ["--automation"] };
    const wanted = { browserName: "MiniBrowser", "webkitgtk:browserOptions": options };
    session.#base = `${address}/session`;
    const { sessionId } = await session.#call("POST", "", {
      capabilities: { alwaysMatch: wanted },
    });
    session.#base = `${address}/session/${sessionId}`;
    return session;
  }

  async end() {
    await this.#call("DELETE", "");
  }

  async open(url) {
    await this.#call("POST", "/url", { url });
  }

  /** Runs a function body in the page and gives what it returns. */
  run(script, ...args) {
    return this.#call("POST", "/execute/sync", { script, args });
  }

  /** The shadow root of the element that a selector finds in the document. */
  async shadowOf(selector) {
    const element = await this.#call("POST", "/element", {
      using: "css selector",
      value: selector,
    });
    return (await this.#call("GET", `/element/${element[kElement]}/shadow`))[kShadow];
  }

  /** The first element of a shadow root that a selector finds; undefined if there is none. */
  async find(shadow, selector) {
    const query = { using: "css selector", value: selector };
    const found = await this.#call("POST", `/shadow/${shadow}/elements`, query);
    return found[0]?.[kElement];
  }

  async click(element) {
    await this.#call("POST", `/element/${element}/click`, {});
  }

  async type(element, text) {
    await this.#call("POST", `/element/${element}/value`, { text });
  }

  async #call(method, target, body) {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(this.#base + target, init);
    const { value } = await response.json();
    if (!response.ok) throw new ScriptError(`WebDriver ${method} ${target}: ${value?.message}`);
    return value;
  }
}

/** Resolves with what `condition` gives as soon as that is true of it. */
export async function waitFor(what, condition) {
  const end = performance.now() + kPatience;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new ScriptError(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, kPause));
  }
}

function startScreen() {
  const screen = spawn(
    "Xvfb",
    ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  return new Promise((resolve, reject) => {
    screen.once("error", reject);
    screen.once("exit", () => reject(new ScriptError("Xvfb ended before it had a screen")));
    screen.stdout.once("data", (data) =>
      resolve({ process: screen, display: `:${String(data).trim()}` }),
    );
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, kHost, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// The browser comes with the library, whose folder is named after the machine and the version.
function miniBrowser() {
  for (const machine of readdirSync(kLibraries)) {
    const folder = path.join(kLibraries, machine);
    if (!/-linux-gnu/.test(machine)) continue;
    const version = readdirSync(folder).find((name) => /^webkit2gtk-4/.test(name));
    const file = path.join(folder, version ?? "", "MiniBrowser");
    if (version !== undefined && existsSync(file)) return file;
  }
  throw new ScriptError("MiniBrowser is missing; npm run setup installs webkit2gtk-driver");
}
