// Runs in an empty folder in which only the packed package was installed.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync, statSync } from "node:fs";

const kUpdate = {
  rid: "tcbbSmWSLR5uo5PBW",
  oldVisitorId: "6425bb86c29657e5b3ba26b2",
  newVisitorId: "6425bb86c29657e5b3ba26b2",
};
const kServer = "http://localhost:3000";
const kSession = {
  userId: "rYhzFRd2QZjNwAAXX",
  authToken: "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
};
const kCurl = `curl --location --request PUT 'http://localhost:3000/api/v1/livechat/room.visitor' \\
--header 'X-Auth-Token: 8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs' \\
--header 'X-User-Id: rYhzFRd2QZjNwAAXX' \\
--header 'Content-Type: application/json' \\
--data '{
    "rid": "tcbbSmWSLR5uo5PBW",
    "oldVisitorId": "6425bb86c29657e5b3ba26b2",
    "newVisitorId": "6425bb86c29657e5b3ba26b2"
}'`;

const cases = {
  "builds the documentation's call": (rv) => {
    const request = rv.buildRequest(kUpdate, kServer, kSession);
    assert.deepEqual(request, {
      method: "PUT",
      url: `${kServer}/api/v1/livechat/room.visitor`,
      headers: [
        ["X-Auth-Token", kSession.authToken],
        ["X-User-Id", kSession.userId],
        ["Content-Type", "application/json"],
      ],
      body: JSON.stringify(kUpdate),
    });
    assert.equal(rv.toCurl(request, { reveal: true }).trimEnd(), kCurl);
    assert.ok(
      !rv.toCurl(request).includes(kSession.authToken),
      "secrets are masked unless asked for",
    );
  },
  "validates an update": (rv) => {
    const { valid, update, issues } = rv.validate(kUpdate);
    assert.ok(valid);
    assert.deepEqual(update, kUpdate);
    assert.ok(issues.every(({ severity }) => severity === "warning"));
  },
  "finds what is wrong with an update": (rv) => {
    const { valid, issues } = rv.validate({ ...kUpdate, newVisitorId: 7 });
    assert.ok(!valid);
    assert.ok(
      issues.some(({ path, severity }) => path === "/newVisitorId" && severity === "error"),
    );
  },
  "refuses to build an invalid update": (rv, { isCallerError }) => {
    const { newVisitorId, ...misspelt } = { ...kUpdate, newvisitorId: kUpdate.newVisitorId };
    assert.ok(newVisitorId);
    assert.throws(() => rv.buildRequest(misspelt, kServer, kSession), isCallerError);
  },
};

let passed = 0;
for (const entry of ["room-visitor", "room-visitor/inline"]) {
  const api = await import(entry);
  const rv = await api.load();
  for (const [name, check] of Object.entries(cases)) {
    check(rv, api);
    passed += 1;
    console.log(`${entry}: ${name}`);
  }
}

// The exported files that are not modules.
const resolve = createRequire(import.meta.url).resolve;
for (const file of ["room-visitor/wasm", "room-visitor/standin/wasm"]) {
  assert.ok(WebAssembly.validate(readFileSync(resolve(file))), file);
  passed += 1;
}
assert.equal(
  JSON.parse(readFileSync(resolve("room-visitor/package.json"), "utf8")).name,
  "room-visitor",
);
for (const entry of ["room-visitor/standin", "room-visitor/standin/node"]) {
  assert.ok(Object.keys(await import(entry)).length > 0, entry);
  passed += 1;
}

// The element where there is no DOM: both entries can be imported, twice, and nothing happens.
const { RoomVisitorAdmin, defineParts } = await import("room-visitor/element");
assert.equal(typeof RoomVisitorAdmin, "function");
assert.equal(typeof window, "undefined");
await import("room-visitor/element/define");
defineParts();
passed += 1;

// The history in a file, without the library that only pages need.
const { openFileHistory } = await import("room-visitor/node");
const history = await openFileHistory("history.jsonl");
assert.deepEqual(await history.list({ server: kServer, userId: kSession.userId }), []);
assert.equal(statSync("history.jsonl").mode & 0o777, 0o600);
passed += 1;

// The stand-in inside a page or a worker: module, bytes and fetch, all from the package.
const { createStandinFetch, Standin } = await import("room-visitor/standin");
const { default: createModule } = await import("room-visitor/standin/module");
const wasm = readFileSync(resolve("room-visitor/standin/wasm"));
const standin = await Standin.create({ createModule, wasm });
const { connect } = await import("room-visitor");
const chat = await connect({
  server: kServer,
  credentials: () => kSession,
  fetch: createStandinFetch(standin),
});
assert.equal((await chat.updateRoomVisitor(kUpdate)).verdict, "applied");
standin.dispose();
passed += 1;
console.log(`${passed} passed, 0 failed`);
