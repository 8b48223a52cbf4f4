// Every class of versions answers, on a real socket, with the bytes of tests/data/contract-answers.json.
import { request as httpRequest } from "node:http";

import { describe, expect, it } from "vitest";

import {
  differences,
  expectedOf,
  readContract,
  requestOf,
} from "../../scripts/lib/contract-answers.mjs";
import { startNodeHost } from "../../web/src/standin/node-host.ts";
import { loadStandinModule } from "../../web/src/standin/load-module.ts";
import { Standin } from "../../web/src/standin/standin.ts";

const kContract = readContract();
const { createModule, wasm: bytes } = await loadStandinModule();
const wasm = await WebAssembly.compile(bytes);

/** The names of things that the answers must show, in the order of the data. */
const kShown = [
  ...["success", "missing key", "wrong type", "extra key", "unknown visitor", "wrong old visitor"],
  ...["unknown room", "no permission", "no credentials", "the 11th call within a minute"],
  ...["preflight with CORS off", "preflight with CORS on", "wrong method", "unknown path"],
  "invalid JSON",
];

function send(port, { method, url, headers, body }) {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, method, path: url, headers }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const raw = answer.rawHeaders;
        const pairs = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1]]] : []));
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: answer.statusCode, headers: pairs, body: text });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

// The delays are asked for and not waited for.
async function play(version, one, address) {
  const waits = [];
  const seedDocuments = kContract.documents[one.documents];
  const workspace = {
    version,
    ...(one.cors === true ? { crossOrigin: true } : {}),
    ...(seedDocuments === undefined ? {} : { seedDocuments }),
  };
  const standin = await Standin.create({ createModule, wasm, workspace });
  const wait = async (milliseconds) => waits.push(milliseconds);
  const host = await startNodeHost({ standin, delays: "real", wait });
  try {
    let answer;
    for (let call = 0; call < (one.times ?? 1); call += 1)
      answer = await send(host.port, requestOf(kContract, one, address));
    return { ...answer, delay: waits.at(-1) ?? 0 };
  } finally {
    await host.close();
    standin.dispose();
  }
}

describe.each(kContract.versions)("version %s", (version) => {
  it.each(kContract.cases)("$name", async (one) => {
    const expected = expectedOf(kContract, one, version);
    const answer = await play(version, one, "10.0.0.1");
    expect(differences(expected, answer)).toEqual([]);
    expect(answer.delay).toBeLessThanOrEqual(expected.late ? 1000 : 0);
  });
});

describe("the answers", () => {
  it("show what they are for", () => {
    const names = kContract.cases.map(({ name }) => name);
    for (const shown of kShown) expect(names.some((name) => name.startsWith(shown))).toBe(true);
  });

  it("name rows that there are", () => {
    const texts = Object.keys(kContract.parts);
    expect(texts.filter((text) => !/\[\d[\d.]*-\d+(, \d[\d.]*-\d+)*\]$/.test(text))).toEqual([]);
  });
});

describe("differences", () => {
  const expected = {
    status: 200,
    headers: { a: "1<ms>", b: null },
    body: '{"t":"<time>","n":<seconds>}',
    late: true,
  };
  const actual = {
    status: 200,
    headers: [["A", "11683038865855"]],
    body: '{"t":"2023-05-02T14:47:45.855Z","n":59}',
    delay: 500,
  };

  it("are none where there are none", () => {
    expect(differences(expected, actual)).toEqual([]);
  });

  it.each([
    ["another status", { status: 201 }],
    ["a header of another value", { headers: [["a", "1"]] }],
    ["a header that is not there", { headers: [] }],
    ["a header twice", { headers: [...actual.headers, ...actual.headers] }],
    ["a header too many", { headers: [...actual.headers, ["B", ""]] }],
    ["another time", { body: actual.body.replace("855Z", "Z") }],
    ["another number", { body: actual.body.replace("59", "0") }],
    ["more text", { body: `${actual.body} ` }],
    ["an answer that is not late", { delay: 499 }],
  ])("are found: %s", (_, change) => {
    expect(differences(expected, { ...actual, ...change }).length).toBe(1);
  });

  it.each([
    ["two answers", { 6.4: [], "6.2 6.4": [] }],
    ["none", { 6.2: [] }],
    ["an unknown part", { 6.4: ["unknown", "only these"] }],
    ["no body", { 6.4: [{ status: 200 }, "only these"] }],
  ])("cannot be asked for with %s", (_, answers) => {
    expect(() => expectedOf(kContract, { name: "x", answers }, "6.4")).toThrow();
  });
});
