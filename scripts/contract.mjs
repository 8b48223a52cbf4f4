/**
 * `npm run contract [-- --version 6.4]`: starts the stand-in as `npm run standin` does, once for each
 * class of versions with CORS off and once with CORS on, sends it the cases of
 * tests/data/contract-answers.json with curl, and prints status line, headers and body of each
 * answer. Fails if one is not what the data say. Cases with documents of their own meet a stand-in that
 * was started from a file of them (`--seed FILE`).
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { buildLibrary } from "./lib/build-library.mjs";
import { buildWasm } from "./lib/build-wasm.mjs";
import { differences, expectedOf, readContract, requestOf } from "./lib/contract-answers.mjs";
import { kDist } from "./lib/paths.mjs";
import { main, mustRun, ScriptError } from "./lib/process.mjs";
import { withStandin } from "./lib/with-standin.mjs";
import { setup } from "./setup.mjs";

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
  const folder = mkdtempSync(path.join(tmpdir(), "room-visitor-contract-"));
  let played = 0;
  const wrong = [];
  try {
    const files = await writeSeeds(contract, folder);
    for (const version of versions) {
      for (const { args, cases } of groups(contract, files)) {
        await withStandin(version, args, async (address) => {
          for (const [at, one] of cases.entries()) {
            const problems = await play(contract, one, { version, address, at });
            played += 1;
            wrong.push(...problems.map((problem) => `${version}, ${one.name}: ${problem}`));
          }
        });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const problem of wrong) console.error(problem);
  console.log(`contract: ${played} answers, ${wrong.length} differences`);
  if (wrong.length > 0) process.exitCode = 1;
});

/** The cases by the arguments that their stand-in is started with. */
function groups({ cases }, files) {
  const found = new Map();
  for (const one of cases) {
    const seed = one.documents === undefined ? [] : ["--seed", files.get(one.documents)];
    const args = [...(one.cors === true ? ["--cors"] : []), ...seed];
    const key = args.join(" ");
    if (!found.has(key)) found.set(key, { args, cases: [] });
    found.get(key).cases.push(one);
  }
  return found.values();
}

/** A file for each set of documents: the documentation's workspace with them added, as it saves itself. */
async function writeSeeds({ documents }, folder) {
  const load = (file) => import(pathToFileURL(path.join(kDist, "standin", file)).href);
  const { Standin } = await load("index.js");
  const { loadStandinModule } = await load("node.js");
  const module = await loadStandinModule();
  const files = new Map();
  for (const [name, seedDocuments] of Object.entries(documents)) {
    const standin = await Standin.create({ ...module, workspace: { seedDocuments } });
    const file = path.join(folder, `seed-${String(files.size)}.json`);
    writeFileSync(file, standin.save());
    standin.dispose();
    files.set(name, file);
  }
  return files;
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
