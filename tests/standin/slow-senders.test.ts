// Clients that send slowly, not at all, too much, or in odd pieces.
import { connect } from "node:net";
import type { Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Standin } from "../../web/src/standin/standin.js";
import { useNodeHosts } from "./node-hosts.js";
import { createStandin, kAgentHeaders, kGoldenBody, kRoomVisitor } from "./standin-fixture.js";

const kLimits = { headers: 60, request: 120, check: 10 };

let standin: Standin;
const sockets: Socket[] = [];

beforeEach(async () => {
  standin = await createStandin({ rateLimiter: false });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  standin.dispose();
});

const start = useNodeHosts(() => standin);

interface Line {
  readonly socket: Socket;
  /** All bytes that came until the other side closed. */
  readonly closed: Promise<string>;
}

async function open(port: number): Promise<Line> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  sockets.push(socket);
  let text = "";
  socket.setEncoding("latin1");
  socket.on("data", (part: string) => (text += part));
  const closed = new Promise<string>((resolve) => {
    socket.on("error", () => undefined);
    socket.on("close", () => {
      resolve(text);
    });
  });
  await new Promise((resolve) => socket.once("connect", resolve));
  return { socket, closed };
}

/** Resolves when the bytes are handed over, so that the next ones go out apart from them. */
function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    socket.write(bytes, () => {
      setImmediate(resolve);
    });
  });
}

const kHead = [
  `PUT ${kRoomVisitor} HTTP/1.1`,
  "Host: localhost",
  "Connection: close",
  ...Object.entries(kAgentHeaders).map(([name, value]) => `${name}: ${value}`),
];
const request = (length: number, body: string): string =>
  [...kHead, `Content-Length: ${length}`, "", body].join("\r\n");
const withoutDate = (answer: string): string => answer.replace(/^Date: .*\r\n/m, "");

describe("a client that stops", () => {
  it.each([
    ["in the first line", "PUT /api"],
    ["in the headers", `${kHead.join("\r\n")}\r\n`],
    ["before the body", request(10, "")],
    ["in the body", request(kGoldenBody.length, kGoldenBody.slice(0, 20))],
    ["in a chunk", `${kHead.join("\r\n")}\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{"ri`],
  ])("%s is sent away, and nothing of it is handled", async (_, sent) => {
    const host = await start({ limits: kLimits });
    const line = await open(host.port);
    line.socket.write(sent);
    expect(await line.closed).toMatch(/^HTTP\/1\.1 408 /);
    expect(host.requests).toEqual([]);
    const next = await open(host.port);
    next.socket.write(request(kGoldenBody.length, kGoldenBody));
    expect(await next.closed).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("and leaves is noted, and nothing of it is handled", async () => {
    const lines: string[] = [];
    const host = await start({ log: (text) => lines.push(text) });
    const { socket } = await open(host.port);
    await write(socket, Buffer.from(request(kGoldenBody.length, kGoldenBody.slice(0, 20))));
    socket.destroy();
    await vi.waitFor(() => {
      expect(lines).toEqual([`PUT ${kRoomVisitor} the client left`]);
    });
    expect(host.requests).toEqual([]);
  });
});

describe("the answer is the same", () => {
  const kBytes = Buffer.from(request(kGoldenBody.length, kGoldenBody));
  const kChunked = (pieces: readonly string[]): Buffer =>
    Buffer.from(
      [
        ...kHead,
        "Transfer-Encoding: chunked",
        "",
        ...pieces.map((piece) => `${piece.length.toString(16)}\r\n${piece}`),
        "0",
        "",
        "",
      ].join("\r\n"),
    );

  async function whole(port: number): Promise<string> {
    const line = await open(port);
    line.socket.write(kBytes);
    const answer = withoutDate(await line.closed);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    return answer;
  }

  it.each([1, 2, 7, 64, 150])("whatever the pieces: %i bytes", async (size) => {
    const { port } = await start();
    const expected = await whole(port);
    const line = await open(port);
    for (let at = 0; at < kBytes.length; at += size)
      await write(line.socket, kBytes.subarray(at, at + size));
    expect(withoutDate(await line.closed)).toBe(expected);
  });

  it.each([
    ["one", [kGoldenBody]],
    ["two", [kGoldenBody.slice(0, 9), kGoldenBody.slice(9)]],
    ["one for each byte", Array.from(kGoldenBody)],
  ])("whatever the coding: %s chunk", async (_, pieces) => {
    const { port } = await start();
    const expected = await whole(port);
    const line = await open(port);
    line.socket.write(kChunked(pieces));
    expect(withoutDate(await line.closed)).toBe(expected);
  });

  it("for a body over the limit, in pieces and without a length", async () => {
    const host = await start();
    const line = await open(host.port);
    line.socket.write(`${kHead.join("\r\n")}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const mebibyte = Buffer.alloc(2 ** 20, " ");
    for (let i = 0; i < 51; ++i) {
      await write(line.socket, Buffer.from("100000\r\n"));
      await write(line.socket, mebibyte);
      await write(line.socket, Buffer.from("\r\n"));
    }
    line.socket.write("0\r\n\r\n");
    expect(await line.closed).toMatch(/^HTTP\/1\.1 413 /);
    expect(host.requests).toHaveLength(1);
  });
});
