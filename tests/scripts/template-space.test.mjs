// What the build takes out of templates, and what it leaves.
import { expect, test } from "vitest";

import { withoutTemplateSpace } from "../../scripts/lib/template-space.mjs";

const shorter = (code) => withoutTemplateSpace("a.ts", code);

// As the compiler writes it.
test("a space before the template is no hindrance", () => {
  expect(shorter("html `a\n  b`")).toBe("html `a b`");
});

test("lines of a template become one, between words still apart", () => {
  expect(shorter("const a = html`<p\n    class=${b}\n  >\n    one\n    two ${c}\n  </p>`;")).toBe(
    "const a = html`<p class=${b} > one two ${c} </p>`;",
  );
});

test("templates within templates, and in typed code", () => {
  const code =
    "const f = (x: number): unknown => html`<ul>\n  ${[x].map((y) => html`<li>\n  ${y}`)}\n</ul>`;";
  expect(shorter(code)).toBe(
    "const f = (x: number): unknown => html`<ul> ${[x].map((y) => html`<li> ${y}`)} </ul>`;",
  );
});

test("rules lose their comments and the space around their braces", () => {
  const code =
    "css`\n  a b,\n  i {\n    /* why;\n {} */\n    font:\n      1rem/2 x,\n      y;\n  }\n`";
  expect(shorter(code)).toBe("css` a b, i{font: 1rem/2 x, y;}`");
});

test("what is shown as it stands stays, as do other templates and plain code", () => {
  for (const code of [
    "html`<pre>\n  ${a}</pre>\n`",
    "other`\n  a\n`; const b = `\n c\n`;",
    'const html = "html`\\n`";\n\nlet a;',
    "String.raw`html`",
  ]) {
    expect(shorter(code)).toBe(code);
  }
});

test("twice is once", () => {
  const once = shorter("html`<p>\n  ${a}\n</p>`; css`\n  a {\n    b: c;\n  }\n`;");
  expect(shorter(once)).toBe(once);
});
