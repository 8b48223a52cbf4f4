import { describe, expect, it } from "vitest";
import { kUsage, readCommandLine, UsageError } from "../../web/src/standin/cli-options.js";
import { maskSecrets } from "../../web/src/standin/mask-secrets.js";

describe("the command line", () => {
  it("has defaults for everything", () => {
    expect(readCommandLine([])).toEqual({
      port: 3000,
      delays: "real",
      workspace: { version: "6.4", seed: "documentation" },
    });
  });

  it("reads every option", () => {
    const line =
      "--port 0 --version 6.5.1 --seed story --cors --cors-origin https://a.example " +
      "--no-rate-limit --delays none --faults faults.json";
    expect(readCommandLine(line.split(" "))).toEqual({
      port: 0,
      delays: "none",
      faults: "faults.json",
      workspace: {
        version: "6.5.1",
        seed: "story",
        crossOrigin: true,
        allowedOrigins: "https://a.example",
        rateLimiter: false,
      },
    });
  });

  it("gives help when asked", () => {
    expect(readCommandLine(["--help"])).toBe("help");
    expect(kUsage).toMatch(/--version VERSION .* 3\.5 to 8\.6 \(6\.4\)/);
  });

  it.each([
    ["--port x", /"x" is not a port; give a number from 0 to 65535/],
    ["--port 65536", /not a port/],
    ["--port -1", /port/],
    ["--delays some", /"some" is not known; give real or none/],
    ["--unknown", /unknown/i],
    ["extra", /extra/],
    ["--version", /version/],
    ["--faults", /faults/],
  ])("says what is wrong with %s", (line, message) => {
    expect(() => readCommandLine(line.split(" "))).toThrow(UsageError);
    expect(() => readCommandLine(line.split(" "))).toThrow(message);
  });
});

describe("a logged request target", () => {
  it.each([
    ["/a?token=x&rid=y", "/a?token=***&rid=y"],
    ["/a?rid=y&visitorToken=x", "/a?rid=y&visitorToken=***"],
    ["/a?%74oken=x", "/a?%74oken=***"],
    ["/a?tok%zz=x&access_token=y", "/a?tok%zz=x&access_token=***"],
    ["/api/v1/livechat/visitor/x", "/api/v1/livechat/visitor/***"],
    ["/api/v1/livechat/visitor/x/room?a", "/api/v1/livechat/visitor/***/room?a"],
    ["/a\u001b[2J\n", "/a?[2J?"],
    [
      "http://localhost:3000/api/v1/livechat/visitor/abc",
      "http://localhost:3000/api/v1/livechat/visitor/***",
    ],
    ["", ""],
  ])("%j becomes %j", (target, masked) => {
    expect(maskSecrets(target)).toBe(masked);
  });
});
