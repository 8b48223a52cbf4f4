/**
 * The cases of tests/data/contract-answers.json: what is sent, what a server of each class answers,
 * and how an answer differs from that. Played by `npm run contract` with curl and by a test.
 */
import { readFileSync } from "node:fs";

import { fromRoot } from "./paths.mjs";

const kFolder = "tests/data";
const kAlone = "only these";
/** A late answer waits this long; how long at most is up to the machine that asks. */
const kLeastDelay = 500;

/** What stands for what changes from call to call. */
const kPlaceholders = {
  "<time>": String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`,
  "<ms>": String.raw`\d{13}`,
  "<seconds>": String.raw`[1-9]\d?`,
  "<page>": String.raw`[^]*<\/?[a-z]+>[^]*`,
  "<any>": "[^]*",
};

export function readContract() {
  return JSON.parse(readFileSync(fromRoot(kFolder, "contract-answers.json"), "utf8"));
}

/** The request of a case. `address` is the caller's, so that cases do not use up each other's calls. */
export function requestOf(contract, { request }, address) {
  const { method, url, user, body } = request;
  const headers = {
    ...(user === undefined ? {} : contract.users[user]),
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    ...request.headers,
    "X-Real-IP": address,
  };
  return { method, url, headers, body };
}

/** The answer that a version gives to a case: `{status, headers, body, late}`. */
export function expectedOf(contract, { name, answers }, version) {
  const found = Object.entries(answers).filter(([versions]) =>
    versions.split(" ").includes(version),
  );
  if (found.length !== 1) throw new Error(`"${name}" has ${found.length} answers of ${version}`);
  const own = found[0][1];
  const all = own.includes(kAlone)
    ? own.filter((part) => part !== kAlone)
    : [...contract.sets[version], ...own];
  const answer = { headers: {}, late: false };
  for (const part of all) {
    const { headers = {}, ...others } = typeof part === "string" ? partOf(contract, part) : part;
    Object.assign(answer, others);
    Object.assign(answer.headers, headers);
  }
  if (answer.bodyOf !== undefined) answer.body = documentText(answer.bodyOf, answer.with);
  if (answer.status === undefined || answer.body === undefined)
    throw new Error(`"${name}" has no status or no body for ${version}`);
  return answer;
}

function partOf(contract, name) {
  const part = contract.parts[name];
  if (part === undefined) throw new Error(`there is no part "${name}"`);
  return part;
}

// A documented answer as it goes over the wire, with some members replaced.
function documentText(file, members) {
  const document = JSON.parse(readFileSync(fromRoot(kFolder, file), "utf8"));
  for (const [pointer, value] of Object.entries(members)) {
    const path = pointer.split("/").slice(1);
    const last = path.pop();
    path.reduce((inner, key) => inner[key], document)[last] = value;
  }
  return JSON.stringify(document);
}

/**
 * How an answer differs from the expected one, a sentence each; empty if it does not.
 * @param {{status: number, headers: [string, string][], body: string, delay: number}} actual the
 *   delay in milliseconds, of which the way there and back may be a part
 */
export function differences(expected, actual) {
  const found = [];
  if (actual.status !== expected.status)
    found.push(`the status is ${actual.status}, not ${expected.status}`);
  for (const [name, value] of Object.entries(expected.headers)) {
    const values = actual.headers.filter(([other]) => other.toLowerCase() === name);
    const shown = values.map(([, text]) => text).join(", ");
    if (value === null && values.length > 0) found.push(`${name} is there: ${shown}`);
    if (value !== null && !(values.length === 1 && matches(shown, value)))
      found.push(`${name} is ${values.length === 0 ? "not there" : shown}, not ${value}`);
  }
  if (!matches(actual.body, expected.body))
    found.push(`the body is\n  ${actual.body}\nnot\n  ${expected.body}`);
  if (expected.late && actual.delay < kLeastDelay)
    found.push(`the answer came after ${actual.delay} ms, not after ${kLeastDelay} or more`);
  return found;
}

function matches(text, template) {
  const parts = template.split(/(<\w+>)/).map((part) => kPlaceholders[part] ?? escaped(part));
  return new RegExp(`^${parts.join("")}$`).test(text);
}

const escaped = (text) => text.replace(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`);
