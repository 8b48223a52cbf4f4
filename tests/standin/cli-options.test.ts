import { describe, expect, it } from "vitest";
import { kUsage, readCommandLine, UsageError } from "../../web/src/standin/cli-options.js";
import { maskSecrets } from "../../web/src/standin/mask-secrets.js";

describe("the command line", () => {
  it("has defaults for everything", () => {
    expect(readCommandLine([])).toEqual({
      port: 3000,
      delays: "real",
      latency: 0,
      workspace: { version: "6.4" },
    });
  });

  it("reads every option", () => {
    const line =
      "--port 0 --version 6.5.1 --seed story --state state.json --cors --cors-origin https://a.example " +
      "--rooms 1000000 --rooms-seed 4294967295 --no-rate-limit --delays none --latency 80 --faults faults.json";
    expect(readCommandLine(line.split(" "))).toEqual({
      port: 0,
      delays: "none",
      latency: 80,
      seed: "story",
      state: "state.json",
      faults: "faults.json",
      workspace: {
        version: "6.5.1",
        rooms: 1_000_000,
        roomsSeed: 4_294_967_295,
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
    ["--port x", /--port "x" cannot be used; give a whole number from 0 to 65535/],
    ["--port 65536", /--port "65536" cannot be/],
    ["--port -1", /^--port needs a value; one that begins with a dash is written as --port=-1$/],
    ["--rooms 1000001", /--rooms "1000001" cannot be used; give a whole number from 0 to 1000000/],
    ["--rooms=-1", /--rooms "-1" cannot be/],
    ["--rooms 1e3", /--rooms "1e3" cannot be/],
    ["--rooms 1.5", /--rooms "1.5" cannot be/],
    ["--rooms=", /--rooms "" cannot be/],
    ["--rooms-seed 4294967296", /--rooms-seed .* from 0 to 4294967295/],
    ["--latency 600001", /--latency .* from 0 to 600000/],
    ["--latency 99999999999999999999", /--latency .* from 0 to 600000/],
    ["--delays some", /"some" is not known; give real or none/],
    ["--unknown", /^Unknown option '--unknown'$/],
    ["extra", /^Unexpected argument 'extra'$/],
    ["--version", /version/],
    ["--faults", /faults/],
    ["--state=", /--state "" cannot be used; give the name of a file/],
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
    ["/api/v1/livechat/visitor/", "/api/v1/livechat/visitor/"],
    ["/api/v1/livechat/visitor.status?token=x", "/api/v1/livechat/visitor.status?token=***"],
    ["/api/v1/livechat/visitors.info?visitorId=x", "/api/v1/livechat/visitors.info?visitorId=x"],
    ["/API/V1/Livechat//Visitor//x/", "/API/V1/Livechat//Visitor//***/"],
    ["/api/v1/livechat/%76isitor/x", "/api/v1/livechat/%76isitor/***"],
    ["/api/v1/livechat/visitor/%zz", "/api/v1/livechat/visitor/***"],
    ['/a?query={"v.token":"x"}&b=c', "/a?query=***&b=c"],
    ["/a?query=%7B%22v.token%22%3A%22x%22%7D", "/a?query=***"],
    ["/a?query=%7B%22open%22%3Atrue%7D", "/a?query=%7B%22open%22%3Atrue%7D"],
    ["/a?text=token", "/a?text=token"],
    ["/a?token=x?y=z", "/a?token=***"],
    ["/a?password=x&code=1&resume=y&rid", "/a?password=***&code=***&resume=***&rid"],
    ["/a?pass=x&PWD=y&authToken=z&rid=r", "/a?pass=***&PWD=***&authToken=***&rid=r"],
    ["/a?auth=x&%61uth=y&q=[%22pwd%22]", "/a?auth=***&%61uth=***&q=***"],
    ["http://una:pw@localhost/a?b", "http://***@localhost/a?b"],
    ["?token=x", "?token=***"],
    ["?", "?"],
    ["/a\u001b[2J\n", "/a?[2J?"],
    [
      "http://localhost:3000/api/v1/livechat/visitor/abc",
      "http://localhost:3000/api/v1/livechat/visitor/***",
    ],
    ["", ""],
  ])("%j becomes %j", (target, masked) => {
    expect(maskSecrets(target)).toBe(masked);
  });

  it("is cut after 500 characters, once its secrets are masked", () => {
    const whole = `/${"a".repeat(499)}`;
    expect(maskSecrets(whole)).toBe(whole);
    expect(maskSecrets(`${whole}b`)).toBe(`${whole}...`);
    expect(maskSecrets(`/a?token=${"x".repeat(600)}`)).toBe("/a?token=***");
    expect(maskSecrets(`/${"a".repeat(490)}?token=secret`)).toBe(`/${"a".repeat(490)}?token=**...`);
  });
});
