/** The page on which all screenshots stand side by side: one row for each state. */

import { ScriptError } from "./process.mjs";

// As e2e/states.spec.ts names its variants; in this order they are compared most easily.
export const kVariants = [
  "wide",
  "narrow",
  "dark",
  "right to left",
  "large text",
  "narrow and large",
  "ultrawide",
  "forced colours",
];

const kStyle = `
  body { margin: 1rem; font: 0.8125rem/1.4 system-ui, sans-serif; }
  main { display: grid; gap: 1rem; }
  h2 { margin: 0 0 0.25rem; font-size: 0.875rem; }
  .row { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 0.375rem; }
  figure { margin: 0; }
  a { display: block; height: 13rem; overflow: hidden; background: #ddd; }
  img { display: block; width: 100%; }
  figcaption { color: #555; }`;

/**
 * The page as HTML, from the names of files ("state, variant.png") in its own folder. Throws for a file
 * of another name: what is not on the page is looked at by nobody.
 */
export function contactSheet(files) {
  const states = new Map();
  for (const file of files.toSorted()) {
    const [, state, variant] = /^(.*), (.*)\.png$/.exec(file) ?? [];
    if (!kVariants.includes(variant)) {
      throw new ScriptError(`"${file}" has no variant at its end: ${kVariants.join(", ")}`);
    }
    states.set(state, [...(states.get(state) ?? []), variant]);
  }
  const sections = [...states].map(([state, taken]) => section(state, taken));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>room-visitor: every state</title>
<style>${kStyle}</style>
<main>
${sections.join("\n")}
</main>
</html>
`;
}

function section(state, taken) {
  const figures = kVariants
    .filter((variant) => taken.includes(variant))
    .map((variant) => {
      const address = `./${encodeURIComponent(`${state}, ${variant}.png`)}`;
      return `<figure><a href="${address}"><img src="${address}" alt="${escaped(`${state}, ${variant}`)}" /></a>
<figcaption>${escaped(variant)}</figcaption></figure>`;
    });
  return `<section><h2>${escaped(state)}</h2><div class="row">
${figures.join("\n")}
</div></section>`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
