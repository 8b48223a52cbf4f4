/**
 * What one update costs beside a bare fetch that sends the same PUT and reads the answer as JSON:
 * against the same stand-in in this process, one by one, in turns, so that both see the same machine.
 * The core's own share is measured in a pass of its own, because measuring it takes time, too.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";

import { buildLibrary } from "../scripts/lib/build-library.mjs";
import { buildWasm } from "../scripts/lib/build-wasm.mjs";
import { kDist } from "../scripts/lib/paths.mjs";
import { ScriptError } from "../scripts/lib/process.mjs";

// For a 99th percentile that thirty samples lie above.
const kSamples = 3000;
// Until both are compiled by the optimising compilers.
const kWarmUp = 500;
const kRid = "tcbbSmWSLR5uo5PBW";
const kVisitors = ["6425bb86c29657e5b3ba26b2", "63d8f20a5be41c7790e6a1f4"];
const kSession = {
  userId: "rYhzFRd2QZjNwAAXX",
  authToken: "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
};
/** The goal: at most one of these at the median. */
const kGoal = { milliseconds: 0.3, percent: 5 };

export async function bench() {
  await buildWasm();
  await buildLibrary();
  const { Standin } = await load("standin/index.js");
  const { loadStandinModule, startNodeHost } = await load("standin/node.js");
  const { connect } = await load("index.js");
  const { loadModule } = await load("wasm/loader.js");
  const workspace = { version: "6.4.2", rateLimiter: false };
  const standin = await Standin.create({ ...(await loadStandinModule()), workspace });
  const host = await startNodeHost({ standin });
  try {
    // An address in numbers: looking up a name would be part of what is compared.
    const server = `http://127.0.0.1:${host.port}`;
    const chat = await connect({ server, credentials: () => kSession });
    const moves = turns();
    const bare = () => fetchBare(server, moves.next().value);
    const client = () => updateBy(chat, moves.next().value);
    const [fetched, updated] = await inTurns([bare, client]);
    // The module is loaded once per address, so this is the connection's own.
    const core = await coreShare(await loadModule(), client);
    show(fetched, updated, core);
  } finally {
    await host.close();
    standin.dispose();
  }
}

const load = (file) => import(pathToFileURL(path.join(kDist, file)).href);

/** The room goes to and fro between two visitors, so that every update applies. */
function* turns() {
  for (let i = 0; ; i += 1) {
    yield { rid: kRid, oldVisitorId: kVisitors[i % 2], newVisitorId: kVisitors[(i + 1) % 2] };
  }
}

async function fetchBare(server, update) {
  const response = await fetch(`${server}/api/v1/livechat/room.visitor`, {
    method: "PUT",
    headers: {
      "X-User-Id": kSession.userId,
      "X-Auth-Token": kSession.authToken,
      "Content-Type": "application/json",
    },
    body: JSON.stringify(update),
  });
  const { room } = await response.json();
  if (room?.v?._id !== update.newVisitorId) throw new ScriptError(`fetch: ${response.status}`);
}

async function updateBy(chat, update) {
  const outcome = await chat.updateRoomVisitor(update);
  if (outcome.verdict !== "applied" || outcome.proof !== "answer") {
    throw new ScriptError(`updateRoomVisitor: ${outcome.verdict}`);
  }
}

/** Milliseconds of each call, sorted; who begins changes with every pair. */
async function inTurns(calls) {
  const times = calls.map(() => []);
  for (let i = -kWarmUp; i < kSamples; i += 1) {
    for (let turn = 0; turn < calls.length; turn += 1) {
      const which = (i + kWarmUp + turn) % calls.length;
      const begin = performance.now();
      await calls[which]();
      if (i >= 0) times[which].push(performance.now() - begin);
    }
  }
  return times.map((list) => Float64Array.from(list).sort());
}

/** Milliseconds of each update that are spent in the module's functions, sorted, and in which. */
async function coreShare(raw, call) {
  const functions = Object.entries(raw).filter(([, value]) => typeof value === "function");
  const spent = new Map();
  let inCall = 0;
  for (const [name, original] of functions) {
    raw[name] = (...given) => {
      const begin = performance.now();
      try {
        return original(...given);
      } finally {
        const time = performance.now() - begin;
        inCall += time;
        spent.set(name, (spent.get(name) ?? 0) + time);
      }
    };
  }
  try {
    const each = [];
    for (let i = -kWarmUp; i < kSamples; i += 1) {
      if (i === 0) spent.clear();
      inCall = 0;
      await call();
      if (i >= 0) each.push(inCall);
    }
    if (spent.size === 0) throw new ScriptError("the connection uses another module");
    return { each: Float64Array.from(each).sort(), spent };
  } finally {
    Object.assign(raw, Object.fromEntries(functions));
  }
}

function show(fetched, updated, { each, spent }) {
  console.log(`${kSamples} updates each, in turns, one after the other, node:http on loopback`);
  const rows = { fetch: fetched, updateRoomVisitor: updated, "in the core": each };
  for (const [name, times] of Object.entries(rows)) {
    console.log(
      `  ${name.padEnd(18)} median ${ms(at(times, 0.5))}, 99 % within ${ms(at(times, 0.99))}`,
    );
  }
  const added = (part) => at(updated, part) - at(fetched, part);
  const percent = (part) => (100 * added(part)) / at(fetched, part);
  for (const [what, part] of [
    ["the median", 0.5],
    ["the 99th percentile", 0.99],
  ]) {
    console.log(`added at ${what}: ${ms(added(part))}, ${percent(part).toFixed(1)} %`);
  }
  const calls = [...spent].sort(([, a], [, b]) => b - a);
  const parts = calls.map(([name, time]) => `${name} ${ms(time / kSamples)}`);
  console.log(`of an update, on average, in the core: ${parts.join(", ")}`);
  const met = added(0.5) <= kGoal.milliseconds || percent(0.5) <= kGoal.percent;
  console.log(
    `goal, at most ${kGoal.percent} % or ${kGoal.milliseconds} ms at the median: ${met ? "met" : "missed"}`,
  );
  console.log(
    "Pauses of the garbage collector are in these times; they show in the 99th percentile.",
  );
}

/** The smallest time that so large a part of all does not exceed. */
const at = (sorted, part) => sorted[Math.ceil(sorted.length * part) - 1];
const ms = (time) => `${time.toFixed(3)} ms`;
