// States: connecting, and what can be in the way.
import { kSessions, mount } from "../admin.js";
import { expect } from "../fixtures.js";
import { kBoth, button, findConversation, logIn, shown, step, type State } from "./ways.js";

/** See above. */
export const kConnectStates: readonly State[] = [
  {
    name: "connect, empty",
    reach: async (page, servers) => {
      await mount(page, servers, { server: "", user: null });
      await page.getByLabel("Address of the workspace").waitFor();
    },
  },
  {
    name: "connect, wrong address",
    reach: async (page, servers) => {
      await mount(page, servers, { server: "", user: null });
      await page.getByLabel("Address of the workspace").fill("chat.example.com/home?x=1");
      await logIn(page, "rodriq");
      await shown(page, "Error:");
    },
  },
  {
    name: "connect, with a token",
    reach: async (page, servers) => {
      await mount(page, servers, { user: null });
      await page.getByLabel("User id and token").check();
    },
  },
  {
    name: "connect, token refused",
    reach: async (page, servers) => {
      await mount(page, servers, { user: null });
      await page.getByLabel("User id and token").check();
      await page.getByLabel("User id", { exact: true }).fill(kSessions.rodriq.userId);
      await page.getByLabel("Token", { exact: true }).fill("not-the-token");
      await button(page, "Log in").click();
      await shown(page, "Error:");
      await shown(page, "You are not connected yet.");
    },
  },
  {
    name: "connect, login refused",
    reach: async (page, servers) => {
      await mount(page, servers, { user: null });
      await logIn(page, "rodriq", "wrong");
      await shown(page, "Error:");
    },
  },
  {
    name: "connect, second factor",
    reach: async (page, servers) => {
      await mount(page, servers, { user: null });
      await logIn(page, "amelie");
      await page.getByLabel("Code", { exact: true }).waitFor();
    },
  },
  {
    name: "connect, wrong code",
    reach: async (page, servers) => {
      await mount(page, servers, { user: null });
      await logIn(page, "amelie");
      await page.getByLabel("Code", { exact: true }).fill("000000");
      await page.keyboard.press("Enter");
      await shown(page, "Error:");
    },
  },
  {
    name: "connected",
    reach: async (page, servers) => {
      await findConversation(page, servers);
      await step(page, "Connect");
      await shown(page, "You can move conversations in this workspace.");
    },
  },
  {
    name: "no permission",
    reach: async (page, servers) => {
      await mount(page, servers, { user: "monitor" });
      await shown(page, "You cannot move conversations in this workspace.");
    },
  },
  ...[
    ["removed", "7.2"],
    ["broken", "5.1"],
    ["not there yet", "3.5"],
  ].map(([name = "", version = ""]): State => ({
    name: `endpoint ${name}`,
    reach: async (page, servers) => {
      await servers.renew({ version });
      await mount(page, servers);
      await shown(page, "You cannot move conversations in this workspace.");
    },
  })),
  {
    name: "offline",
    reach: async (page, servers) => {
      await page.route("**/api/**", (route) => route.abort("internetdisconnected"));
      await mount(page, servers);
      await button(page, /Check again|Try again/)
        .first()
        .waitFor();
    },
  },
  {
    name: "CORS blocked",
    // The policy that the page is served under keeps it from other origins, too.
    problems: /connect-src|Content Security Policy|Content-Security-Policy/,
    reach: async (page, servers) => {
      // The same socket under its other name is another origin, and CORS is off by default.
      const other = new URL(servers.api);
      other.hostname = other.hostname === "localhost" ? "127.0.0.1" : "localhost";
      await mount(page, servers, { server: other.origin });
      await shown(page, "API_Enable_CORS");
      await expect(button(page, "Check again")).toHaveCount(1);
    },
  },
  {
    name: "module missing",
    reach: async (page, servers) => {
      await page.route("**/*client*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
      await mount(page, servers);
      await button(page, /Check again|Try again/)
        .first()
        .waitFor();
    },
  },
  {
    name: "session expired",
    reach: async (page, servers) => {
      await mount(page, servers, { ...kBoth, user: null });
      await logIn(page, "rodriq");
      await button(page, /^Move conversation to/).waitFor();
      await page.route("**/api/v1/**", (route) => {
        const isLogin = route.request().url().endsWith("/login");
        const answer = { status: 401, json: { status: "error", message: kNotLoggedIn } };
        return isLogin ? route.continue() : route.fulfill(answer);
      });
      await button(page, /^Move conversation to/).click();
      await shown(page, "Your session has ended");
    },
  },
];

const kNotLoggedIn = "You must be logged in to do this.";
