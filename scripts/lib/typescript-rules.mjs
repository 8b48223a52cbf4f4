/**
 * What docs/architecture.md says about TypeScript files, as functions of their syntax: the direction
 * of imports, who may use the network and the database, and how long a file may be.
 */
import path from "node:path";

import ts from "typescript";

import { importProblem } from "./layers.mjs";
import { problem } from "./source-text.mjs";

/** The one file that calls fetch for the API; the loaders of the modules fetch their own files. */
const kSender = "web/src/client/send.ts";
const kMayFetch = (file) =>
  file === kSender || file === "web/demo/load-standin.ts" || file.startsWith("web/src/wasm/");

/** The stand-in offers a fetch of its own, so there only the browser's is meant. */
const kOffersFetch = (file) => file.startsWith("web/src/standin/");

/** The one folder that talks to IndexedDB. */
const kMayStore = (file) => file.startsWith("web/src/store/");

const kLines = 350;

/** @param {Map<string, string>} files text by path from the root; only TypeScript is looked at */
export function typescriptProblems(files) {
  const problems = [];
  let senders = 0;
  for (const [file, text] of files) {
    if (!file.endsWith(".ts")) continue;
    problems.push(...budgetProblems(file, text), ...nameProblems(file));
    if (!file.startsWith("web/") || file.endsWith("vite.config.ts")) continue;
    const found = syntaxProblems(file, text);
    problems.push(...found.problems);
    if (file === kSender && found.fetches > 0) senders += 1;
  }
  const hasClient = [...files.keys()].some((file) => file.startsWith("web/src/client/"));
  if (hasClient && senders === 0) {
    problems.push(
      problem(kSender, 1, "does not call fetch; it is the file that sends for the client"),
    );
  }
  return problems;
}

function syntaxProblems(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const problems = [];
  let fetches = 0;
  const report = (node, what) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    problems.push(problem(file, line + 1, what));
  };
  const visit = (node) => {
    const specifier = specifierOf(node);
    const wrong = specifier === undefined ? undefined : importProblem(file, specifier);
    if (wrong !== undefined) report(node, wrong);
    if (isFetchCall(node, kOffersFetch(file))) {
      fetches += 1;
      if (!kMayFetch(file)) report(node, `calls fetch; only ${kSender} does`);
    }
    if (ts.isIdentifier(node) && node.text === "indexedDB" && !kMayStore(file)) {
      report(node, "uses indexedDB; only web/src/store does");
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { problems, fetches };
}

/** The text of an import, an export from, or an import() with a literal; types included. */
function specifierOf(node) {
  let literal;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) literal = node.moduleSpecifier;
  else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    literal = node.arguments[0];
  } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    literal = node.argument.literal;
  }
  return literal !== undefined && ts.isStringLiteralLike(literal) ? literal.text : undefined;
}

function isFetchCall(node, onlyGlobal) {
  if (!ts.isCallExpression(node)) return false;
  const callee = node.expression;
  if (ts.isIdentifier(callee)) return callee.text === "fetch";
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "fetch") return false;
  return !onlyGlobal || ["globalThis", "window", "self"].includes(callee.expression.getText());
}

function budgetProblems(file, text) {
  const lines = text.replace(/\n$/, "").split("\n").length;
  if (lines <= kLines) return [];
  return [problem(file, lines, `has ${lines} lines; ${kLines} is the limit, so it is two things`)];
}

function nameProblems(file) {
  const base = path.posix.basename(file);
  if (/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?\.ts$/.test(base)) return [];
  return [problem(file, 1, "is not named in kebab-case")];
}
