/**
 * The element's contract, from its source: dist/custom-elements.json, which editors and catalogues read,
 * and dist/element.html, which people read. Neither is kept in the tree.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { fromRoot, kDist } from "./paths.mjs";
import { mustRunNode } from "./process.mjs";

const kSource = "web/src/element/room-visitor-admin.ts";
const kModule = "dist/element/room-visitor-admin.js";

/** Writes both files and gives the declaration of the element. */
export async function buildContract() {
  mkdirSync(kDist, { recursive: true });
  const analyzer = fromRoot("node_modules/@custom-elements-manifest/analyzer/cem.js");
  await mustRunNode(
    [analyzer, "analyze", "--litelement", "--quiet", "--globs", kSource, "--outdir", "dist"],
    { cwd: fromRoot() },
  );
  const file = path.join(kDist, "custom-elements.json");
  const manifest = publicOnly(JSON.parse(readFileSync(file, "utf8")));
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  const declaration = elementOf(manifest);
  writeFileSync(path.join(kDist, "element.html"), contractPage(declaration));
  return declaration;
}

/** The declaration of the element in a manifest. */
export function elementOf({ modules }) {
  return modules
    .flatMap(({ declarations }) => declarations)
    .find(({ customElement }) => customElement);
}

// What is private is nobody's business, and the path is that of the file that is shipped.
function publicOnly(manifest) {
  // What has neither a type nor a signature is a member of another object that is set here.
  const isPublic = ({ kind, type, privacy, inheritedFrom }) =>
    (privacy ?? "public") === "public" &&
    inheritedFrom === undefined &&
    (kind === "method" || type !== undefined);
  const shipped = ({ module, ...other }) => ({ ...other, ...(module && { module: kModule }) });
  const modules = manifest.modules.map(({ declarations, exports, ...others }) => ({
    ...others,
    path: kModule,
    declarations: declarations
      .filter(({ customElement }) => customElement)
      .map(({ members = [], attributes = [], events = [], ...kept }) => {
        const shown = members.filter(isPublic).filter(({ static: own }) => own !== true);
        const names = new Set(shown.map(({ name }) => name));
        const known = attributes.filter(({ fieldName }) => names.has(fieldName));
        // The analyzer also takes the parameter of the method that fires them for an event.
        const fired = events.filter(({ name }) => name.includes("-"));
        return { ...kept, members: shown, attributes: known, events: fired };
      }),
    exports: exports.map(({ declaration, ...kept }) => ({
      ...kept,
      declaration: shipped({ ...declaration }),
    })),
  }));
  return { ...manifest, modules };
}

/** A page about the element, complete in itself. */
export function contractPage(declaration) {
  const { tagName, description = "", members, attributes } = declaration;
  const { events = [], slots = [], cssParts = [], cssProperties = [] } = declaration;
  const properties = members.filter(({ kind }) => kind === "field");
  const methods = members.filter(({ kind }) => kind === "method");
  const named = ({ name, description: what = "" }) => [code(name), escape(what)];
  const typed = ({ name, type, description: what = "" }) => [
    code(name),
    code(type?.text ?? ""),
    escape(what),
  ];
  const sections = [
    table("Attributes", ["Attribute", "Property", "What it is"], attributes, (row) => [
      code(row.name),
      code(row.fieldName),
      escape(row.description ?? ""),
    ]),
    table("Properties", ["Property", "Type", "What it is"], properties, typed),
    table("Methods", ["Method", "What it does"], methods, named),
    table("Events", ["Event", "Type", "When"], events, typed),
    table("Slots", ["Slot", "What goes there"], slots, ({ name, description: what = "" }) => [
      name === "" ? "(default)" : code(name),
      escape(what),
    ]),
    table("Parts", ["Part", "What it is"], cssParts, named),
    table("Custom properties", ["Property", "What it is"], cssProperties, named),
  ];
  const title = escape(`<${tagName}>`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <style>
      body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
      table { width: 100%; border-collapse: collapse; }
      th, td { padding: 0.375rem 0.5rem; border-bottom: 1px solid; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
    </style>
  </head>
  <body>
    <h1>${title}</h1>
    <p>${escape(description)}</p>
    ${sections.join("\n    ")}
  </body>
</html>
`;
}

function table(heading, columns, rows, cells) {
  if (rows.length === 0) return "";
  const line = (tag, texts) =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
  const body = rows.map((row) => line("td", cells(row))).join("");
  return `<h2>${heading}</h2><table><thead>${line("th", columns)}</thead><tbody>${body}</tbody></table>`;
}

function code(text) {
  return `<code>${escape(text)}</code>`;
}

function escape(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => names[character]);
}
