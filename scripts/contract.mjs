/**
 * `npm run contract [-- --version 6.4]`: starts the stand-in as `npm run standin` does, once for each
 * class of versions with CORS off and once with CORS on, sends it the cases of
 * tests/data/contract-answers.json with curl, and prints status line, headers and body of each
 * answer. Fails if one is not what the data say. Cases that need other documents than the seed's are left to
 * the test that plays the same data.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";

import { buildLibrary } from "./lib/build-library.mjs";
import { buildWasm } from "./lib/build-wasm.mjs";
import { differences, expectedOf, readContract, requestOf } from "./lib/contract-answers.mjs";
import { kDist } from "./lib/paths.mjs";
import { main, mustRun, ScriptError } from "./lib/process.mjs";
import { setup } from "./setup.mjs";

const kReady = /is ready at (http:\S+)/;
/** Stands between the answer and the time that curl writes after it. */
const kTimeMark = "\n<time_total> ";

await main(async () => {
  const { values } = parseArgs({ options: { version: { type: "string" } } });
  const contract = readContract();
  const versions = contract.versions.filter((one) => [one, undefined].includes(values.version));
  if (versions.length === 0)
    throw new ScriptError(
      `--version is "${values.version}"; known are ${contract.versions.join(", ")}`,
    );
  await setup();
  await buildWasm();
  await buildLibrary();
  let played = 0;
  const wrong = [];
  for (const version of versions) {
    for (const cors of [false, true]) {
      const cases = contract.cases.filter(
        (one) => (one.cors ?? false) === cors && one.documents === undefined,
      );
      await withStandin(version, cors, async (address) => {
        for (const [at, one] of cases.entries()) {
          const problems = await play(contract, one, { version, address, at });
          played += 1;
          wrong.push(...problems.map((problem) => `${version}, ${one.name}: ${problem}`));
        }
      });
    }
  }
  for (const problem of wrong) console.error(problem);
  console.log(`contract: ${played} answers, ${wrong.length} differences`);
  if (wrong.length > 0) process.exitCode = 1;
});

async function withStandin(version, cors, body) {
  const args = ["--port", "0", "--version", version, ...(cors ? ["--cors"] : [])];
  const child = spawn(process.execPath, [path.join(kDist, "standin/cli.js"), ...args]);
  const ended = new Promise((resolve) => child.on("close", resolve));
  try {
    await body(await readyAddress(child));
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

function readyAddress(child) {
  return new Promise((resolve, reject) => {
    let text = "";
    const read = (chunk) => {
      text += chunk;
      const ready = kReady.exec(text);
      if (ready !== null) resolve(ready[1]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("close", () => reject(new ScriptError(`the stand-in did not start:\n${text}`)));
  });
}

async function play(contract, one, { version, address, at }) {
  const request = requestOf(contract, one, `10.0.0.${at + 1}`);
  let answer;
  for (let call = 0; call < (one.times ?? 1); call += 1) answer = await curl(address, request);
  console.log(`== ${version}: ${one.name}\n${answer.text}\n`);
  return differences(expectedOf(contract, one, version), answer);
}

async function curl(address, { method, url, headers, body }) {
  const output = await mustRun("curl", [
    ...["--silent", "--show-error", "--include", "--max-time", "10", "--path-as-is"],
    ...["--write-out", `${kTimeMark}%{time_total}`, "--request", method],
    ...Object.entries(headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]),
    ...(body === undefined ? [] : ["--data-binary", body]),
    address + url,
  ]);
  const end = output.lastIndexOf(kTimeMark);
  const text = output.slice(0, end);
  const blank = text.indexOf("\r\n\r\n");
  const [status, ...lines] = text.slice(0, blank).split("\r\n");
  return {
    text: text.replaceAll("\r", ""),
    status: Number(status.split(" ")[1]),
    headers: lines.map((line) => [line.split(":", 1)[0], line.slice(line.indexOf(":") + 1).trim()]),
    body: text.slice(blank + 4),
    delay: Number(output.slice(end + kTimeMark.length)) * 1000,
  };
}
