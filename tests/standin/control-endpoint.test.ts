// The control endpoint: what it does, and whom it refuses.
import { tmpdir } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerControl } from "../../web/src/standin/control-endpoint.js";
import { startNodeHost } from "../../web/src/standin/node-host.js";
import type { NodeHost } from "../../web/src/standin/node-host.js";
import type { StandinErrorFields } from "../../web/src/standin/standin-error.js";
import type { Standin } from "../../web/src/standin/standin.js";
import { see } from "./plain-client.js";
import type { Sent, Sight } from "./plain-client.js";
import { createStandin } from "./standin-fixture.js";

const kFaults = "/__standin/faults";
const kCounts = "/__standin/counts";
const kScript = [
  { kind: "cut", bytes: 4 },
  { kind: "restart", nth: 2 },
];

let standin: Standin;
let host: NodeHost;

beforeEach(async () => {
  standin = await createStandin();
  host = await startNodeHost({ standin });
});
afterEach(async () => {
  await host.close();
  standin.dispose();
});

const ask = (path: string, method = "GET", body?: Sent["body"], headers = {}): Promise<Sight> =>
  see(host.port, { path, method, headers, ...(body === undefined ? {} : { body }) });
const json = (sight: Sight): unknown => JSON.parse(sight.body.toString());

describe("the control endpoint", () => {
  it("sets, shows and deletes the script", async () => {
    const put = await ask(kFaults, "PUT", JSON.stringify(kScript));
    expect(put.status).toBe(200);
    expect(put.headers["content-type"]).toBe("application/json");
    expect(put.headers["cache-control"]).toBe("no-store");
    expect(put.headers["access-control-allow-origin"]).toBeUndefined();
    expect(json(put)).toEqual(kScript);
    expect(json(await ask(`${kFaults}?x=1`))).toEqual(kScript);
    expect(json(await ask(kFaults, "DELETE"))).toEqual([]);
    expect(standin.faults()).toEqual([]);
  });

  it("tells the counts", async () => {
    await ask(kFaults, "PUT", JSON.stringify(kScript));
    expect((await ask("/api/info")).ending).toBe("cut");
    expect((await ask("/api/info")).ending).toBe("lost");
    const counts = json(await ask(kCounts));
    expect(counts).toEqual(standin.faultCounts());
    expect(counts).toMatchObject({
      happened: { cut: 1, restart: 1, slow: 0 },
      left: 0,
      faults: [
        { happened: 1, left: 0 },
        { happened: 1, left: 0 },
      ],
    });
  });

  it("gives the state, from which another workspace goes on", async () => {
    const state = await ask("/__standin/state");
    expect(state.status).toBe(200);
    expect(state.headers["content-type"]).toBe("application/json");
    expect(state.headers["cache-control"]).toBe("no-store");
    const text = state.body.toString();
    expect(text).toBe(`${standin.save()}\n`);
    const again = await createStandin({ seed: "empty", seedDocuments: text });
    expect(again.save()).toBe(standin.save());
    again.dispose();
    expect((await ask("/__standin/state", "GET", undefined, { origin: "null" })).status).toBe(403);
    expect((await ask("/__standin/state", "DELETE")).headers.allow).toBe("GET");
  });

  it("is no request to the workspace: neither faults nor records see it", async () => {
    await ask(kFaults, "PUT", JSON.stringify([{ kind: "reset_before", times: 0 }]));
    expect((await ask(kCounts)).status).toBe(200);
    expect(host.requests).toEqual([]);
    expect(standin.faultCounts().happened.reset_before).toBe(0);
  });

  it.each([
    ["[", /^text that is not JSON, from line 1, column 2 on$/, ""],
    ['[\n  {"kind": cut}]', /^text that is not JSON, from line 2, column 12 on$/, ""],
    ["", /^text that is not JSON, from line 1, column 1 on$/, ""],
    [new Uint8Array([0x22, 0xff, 0x22]), /^bytes that are not UTF-8$/, ""],
    ["{}", /^an object$/, ""],
    ['[{"kind":"cut","bytes":1},{"kind":"cut","byte":1}]', /^an unknown member$/, "/1/byte"],
    ['[{"kind":"upgrade","version":"9.0"}]', /^9\.0$/, "/0/version"],
  ])("answers the script %j with the place and keeps the old one", async (body, found, path) => {
    standin.setFaults([{ kind: "restart" }]);
    const refused = await ask(kFaults, "PUT", body);
    expect(refused.status).toBe(400);
    const { error } = json(refused) as { error: StandinErrorFields };
    expect(error.path).toBe(path);
    expect(error.found).toMatch(found);
    for (const key of ["code", "expected", "message", "remedy"] as const)
      expect(error[key]).not.toBe("");
    expect(standin.faults()).toEqual([{ kind: "restart" }]);
  });

  it("takes scripts of up to a mebibyte", async () => {
    const script = (length: number): string => `[${" ".repeat(length - 2)}]`;
    expect((await ask(kFaults, "PUT", script(2 ** 20))).status).toBe(200);
    const refused = await ask(kFaults, "PUT", script(2 ** 20 + 1));
    expect(refused.status).toBe(413);
    expect(json(refused)).toMatchObject({ error: { code: "too_large" } });
  });

  it.each([
    [kFaults, "POST", 405, "GET, PUT, DELETE"],
    [kCounts, "PUT", 405, "GET"],
    ["/__standin/", "GET", 404, undefined],
    [`${kFaults}/`, "GET", 404, undefined],
  ])("answers %s %s with %i", async (path, method, status, allow) => {
    const answer = await ask(path, method, method === "GET" ? undefined : "[]");
    expect(answer.status).toBe(status);
    expect(answer.headers.allow).toBe(allow);
    expect(json(answer)).toMatchObject({ error: { found: expect.any(String) as string } });
  });

  it("leaves paths alone that only look alike", async () => {
    expect((await ask("/__standin")).headers["content-type"]).toContain("text/html");
    expect(host.requests).toHaveLength(1);
  });
});

describe("the control endpoint refuses", () => {
  const refusal = async (headers: Record<string, string>): Promise<unknown> => {
    const answer = await ask(kFaults, "PUT", "[]", headers);
    return answer.status === 403 ? (json(answer) as { error: unknown }).error : answer.status;
  };
  beforeEach(() => {
    standin.setFaults([{ kind: "restart" }]);
  });

  it.each([
    ["https://evil.example"],
    ["null"],
    ["http://localhost:1"],
    ["http://localhost"],
    ["https://localhost:PORT"],
    ["http://127.0.0.1:PORT"],
    ["http://localhost:PORT.evil.example"],
    [""],
  ])("pages of the origin %j", async (origin) => {
    const headers = {
      host: `localhost:${host.port}`,
      origin: origin.replace("PORT", String(host.port)),
    };
    expect(await refusal(headers)).toMatchObject({
      code: "control_refused",
      path: "/headers/origin",
      found: headers.origin,
    });
    expect(standin.faults()).toEqual([{ kind: "restart" }]);
  });

  // A name that its owner points here makes a foreign page look like one of this host.
  it.each([
    ["evil.example:PORT"],
    ["localhost.evil.example:PORT"],
    ["localhost"],
    ["localhost:1"],
    ["127.0.0.2:PORT"],
  ])("the host name %s", async (name) => {
    const foreign = name.replace("PORT", String(host.port));
    for (const origin of [{}, { origin: `http://${foreign}` }]) {
      expect(await refusal({ host: foreign, ...origin })).toMatchObject({
        code: "control_refused",
        path: "/headers/host",
        found: foreign,
      });
    }
    expect(standin.faults()).toEqual([{ kind: "restart" }]);
  });

  it.each(["cross-site", "same-site"])("what a browser calls %s", async (site) => {
    expect(await refusal({ "sec-fetch-site": site })).toMatchObject({
      path: "/headers/sec-fetch-site",
      found: site,
    });
  });

  it("neither programs on this machine nor its own pages", async () => {
    const name = `localhost:${host.port}`;
    expect(await refusal({})).toBe(200);
    expect(await refusal({ host: name })).toBe(200);
    expect(await refusal({ host: name.toUpperCase(), origin: `http://${name}` })).toBe(200);
    expect(await refusal({ host: `[::1]:${host.port}` })).toBe(200);
    expect(await refusal({ host: name, "sec-fetch-site": "same-origin" })).toBe(200);
  });

  it.each(["10.0.0.7", "::2", "128.0.0.1", ""])("the peer %j", async (address) => {
    const answer = await answerControl(standin, {
      method: "DELETE",
      target: kFaults,
      headers: { host: "localhost:3000" },
      address,
      port: 3000,
      body: () => Promise.resolve(new Uint8Array()),
    });
    expect(answer.status).toBe(403);
    expect(standin.faults()).toEqual([{ kind: "restart" }]);
  });
});

it("files cannot be laid over the control endpoint", async () => {
  for (const prefix of ["/__standin/", "/__standin/files/"]) {
    const started = startNodeHost({ standin, serve: { prefix, folder: tmpdir() } });
    await expect(started).rejects.toThrow(/would hide/);
  }
});
