/**
 * The stand-in, with 100,000 and with 1,000,000 rooms: in a native program, and on node:http beside a
 * bare node:http server that sends the same bytes. What a request costs must not depend on the number
 * of rooms, so the ratio of the two is printed too.
 */
import { Agent, createServer, request } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { buildLibrary } from "../scripts/lib/build-library.mjs";
import { buildPreset, buildWasm } from "../scripts/lib/build-wasm.mjs";
import { fromRoot, kDist } from "../scripts/lib/paths.mjs";
import { mustRun } from "../scripts/lib/process.mjs";

const kSizes = [100_000, 1_000_000];
const kCalls = ["room.visitor", "rooms.info", "livechat/rooms"];
const kConnections = 8;
const kSamples = 200;
// A user of the documentation's seed who may do all of this.
const kHeaders = {
  "x-user-id": "aDmnT4kWq8RzYx2Gs",
  "x-auth-token": "admin-Token-of-the-documentation-seed-00001",
};

export async function bench({ seconds }) {
  await buildPreset("bench");
  await buildWasm();
  await buildLibrary();
  for (const rooms of kSizes) show("native", rooms, await native(rooms, seconds));
  const found = [];
  for (const rooms of kSizes) {
    const figures = await onSockets(rooms, seconds);
    found.push(figures);
    show("node:http", rooms, figures);
  }
  for (const call of kCalls) {
    const ratio = found[1][call] / found[0][call];
    console.log(`${call}: ${ratio.toFixed(2)} of the speed with ten times the rooms`);
  }
}

async function native(rooms, seconds) {
  const program = fromRoot("build/bench/bench/standin_bench");
  const output = await mustRun(program, [String(rooms), String(seconds)]);
  return JSON.parse(output.trimEnd().split("\n").at(-1));
}

async function onSockets(rooms, seconds) {
  const load = (file) => import(pathToFileURL(path.join(kDist, "standin", file)).href);
  const { startNodeHost, loadStandinModule } = await load("node.js");
  const { Standin } = await load("index.js");
  const before = process.memoryUsage();
  const standin = await Standin.create({
    ...(await loadStandinModule()),
    workspace: { version: "6.4", rooms, rateLimiter: false },
  });
  const after = process.memoryUsage();
  const host = await startNodeHost({ standin });
  const client = new Client(host.port);
  const samples = [];
  for (let i = 0; i < kSamples; i += 1) {
    const { body } = await client.call(page(Math.floor((i * rooms) / kSamples), 1));
    const room = JSON.parse(body).rooms[0];
    samples.push({ rid: room._id, owner: room.v._id });
  }
  const calls = {
    "rooms.info": (i) => get(`rooms.info?roomId=${samples[i % kSamples].rid}`),
    "livechat/rooms": (i) => page((i * 7919) % (rooms - 100), 100),
    "room.visitor": (i) => {
      const room = samples[i % kSamples];
      const oldVisitorId = room.owner;
      room.owner = samples[(i + 1) % kSamples].owner;
      return put({ rid: room.rid, oldVisitorId, newVisitorId: room.owner });
    },
  };
  const figures = { bytesPerRoom: bytes(after, before) / rooms };
  for (const [name, call] of Object.entries(calls)) {
    // Each room is moved by one connection at a time, or the old visitor would be a guess.
    const connections = name === "room.visitor" ? 1 : kConnections;
    const { body } = await client.call(call(0));
    const bare = await startBare(body);
    const peer = new Client(bare.address().port);
    figures[name] = await client.perSecond(call, connections, seconds, 1);
    figures[`${name} bare`] = await peer.perSecond(() => get("bare"), connections, seconds, 0);
    peer.close();
    bare.closeAllConnections();
    await new Promise((resolve) => bare.close(resolve));
  }
  client.close();
  await host.close();
  standin.dispose();
  return figures;
}

const bytes = (after, before) =>
  Math.max(0, after.arrayBuffers + after.external - before.arrayBuffers - before.external);

const get = (path) => ({ method: "GET", path: `/api/v1/${path}` });
const page = (offset, count) => get(`livechat/rooms?count=${count}&offset=${offset}`);
const put = (update) => ({
  method: "PUT",
  path: "/api/v1/livechat/room.visitor",
  body: JSON.stringify(update),
});

function startBare(body) {
  const server = createServer((incoming, response) => {
    incoming.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

class Client {
  constructor(port) {
    this.port = port;
    this.agent = new Agent({ keepAlive: true, maxSockets: kConnections });
  }

  call({ method, path: target, body = "" }) {
    const headers = { ...kHeaders, ...(body === "" ? {} : { "content-type": "application/json" }) };
    const options = { host: "127.0.0.1", port: this.port, agent: this.agent, method, path: target };
    return new Promise((resolve, reject) => {
      const sent = request({ ...options, headers }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", reject).on("end", () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve({ body: text });
          else reject(new Error(`${method} ${target}: ${response.statusCode} ${text}`));
        });
      });
      sent.on("error", reject).end(body);
    });
  }

  /** Requests a second over so many connections at once. */
  async perSecond(call, connections, seconds, first) {
    const begin = performance.now();
    const passed = () => (performance.now() - begin) / 1000;
    let calls = first;
    const worker = async () => {
      while (passed() < seconds) {
        calls += 1;
        await this.call(call(calls - 1));
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    return (calls - first) / passed();
  }

  close() {
    this.agent.destroy();
  }
}

function show(host, rooms, figures) {
  console.log(`${host}, ${rooms.toLocaleString("en")} rooms`);
  for (const call of kCalls) {
    const peer = figures[`${call} bare`];
    const beside =
      peer === undefined ? "" : `, ${(figures[call] / peer).toFixed(2)} of bare node:http`;
    console.log(`  ${call}: ${Math.round(figures[call])} requests/s${beside}`);
  }
  console.log(`  ${figures.bytesPerRoom.toFixed(3)} bytes of memory for each room at the start`);
  if (figures.bytesPerChangedRoom !== undefined)
    console.log(`  ${Math.round(figures.bytesPerChangedRoom)} bytes for each room that was moved`);
}
