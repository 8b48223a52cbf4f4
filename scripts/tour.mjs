/**
 * `npm run tour [-- --version 6.2.0]`: what an application on Node does with the package, against
 * `npm run standin`, once for each class of server versions: find out what can be done, look at a move,
 * make it, take it back, and show the record of both.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { buildLibrary } from "./lib/build-library.mjs";
import { buildWasm } from "./lib/build-wasm.mjs";
import { kDist } from "./lib/paths.mjs";
import { main } from "./lib/process.mjs";
import { withStandin } from "./lib/with-standin.mjs";
import { setup } from "./setup.mjs";

/** One version of each profile. */
const kVersions = ["3.5.0", "5.1.0", "6.2.0", "6.10.0", "7.2.0"];
const kAgent = {
  userId: "rYhzFRd2QZjNwAAXX",
  authToken: "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs",
};
const kMove = { rid: "tcbbSmWSLR5uo5PBW", newVisitorId: "63d8f20a5be41c7790e6a1f4" };
const kOldVisitor = "6425bb86c29657e5b3ba26b2";

await main(async () => {
  const { values } = parseArgs({ options: { version: { type: "string" } } });
  await setup();
  await buildWasm();
  await buildLibrary();
  const load = (file) => import(pathToFileURL(path.join(kDist, file)).href);
  const { connect } = await load("index.js");
  const { openFileHistory } = await load("node.js");
  const folder = mkdtempSync(path.join(tmpdir(), "room-visitor-tour-"));
  try {
    const history = await openFileHistory(path.join(folder, "history.jsonl"));
    for (const version of values.version === undefined ? kVersions : [values.version]) {
      console.log(`\n== ${version} ==`);
      await withStandin(version, ["--delays", "none"], async (server) => {
        const chat = await connect({ server, credentials: () => kAgent, history });
        await tour(chat);
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function tour(chat) {
  showCheck(await chat.check());
  const preview = await chat.preview(kMove);
  showPreview(preview);
  const update = preview.update ?? { ...kMove, oldVisitorId: kOldVisitor };
  const moved = await chat.updateRoomVisitor(update);
  showOutcome("update", moved);
  if (moved.verdict === "applied") showOutcome("undo", await chat.undo(moved.receipt));
  for (const { oldVisitorId, newVisitorId, end } of await chat.history()) {
    console.log(`record:  ${oldVisitorId} -> ${newVisitorId}: ${end?.verdict ?? "open"}`);
  }
}

function showCheck(found) {
  const { version, profile, user, canUpdate, rateLimiting } = found;
  console.log(`check:   version ${version} (${profile}), ${user?.username ?? "nobody"}`);
  console.log(`         can update: ${canUpdate}; rate limit: ${rateLimiting}`);
  for (const { permission, held, needed, roles } of found.permissions) {
    const use = needed ? "needed" : "of use";
    console.log(`         ${permission} (${use}): ${held}; roles ${roles.join(", ")}`);
  }
  for (const { severity, message } of found.findings)
    console.log(`         ${severity}: ${message}`);
  for (const { name, what, since } of found.replacements) {
    console.log(`         instead, since ${since}: ${name}: ${what}`);
  }
}

function showPreview({ update, changes, stays, issues, notChecked }) {
  const from = update === null ? "nobody known" : update.oldVisitorId;
  console.log(`preview: from ${from} to ${kMove.newVisitorId}`);
  for (const { what, before, after } of changes) {
    console.log(`         changes: ${what} ${before ?? "?"} -> ${after ?? "?"}`);
  }
  console.log(`         stays: ${stays.map(({ code }) => code).join(", ")}`);
  for (const { severity, message } of issues) console.log(`         ${severity}: ${message}`);
  for (const { call, error } of notChecked) {
    console.log(`         not checked: ${call}: ${error?.message ?? "not asked"}`);
  }
}

function showOutcome(name, { verdict, proof, error, room }) {
  const why = error === undefined ? `proof ${proof}` : `${error.code}: ${error.message}`;
  console.log(`${`${name}:`.padEnd(9)}${verdict}, ${why}`);
  if (room !== undefined) console.log(`         the room belongs to ${room.view.v?._id}`);
  if (error !== undefined) console.log(`         ${error.remedy}`);
}
