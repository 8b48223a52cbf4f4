/**
 * Takes out of Lit's templates the white space that only the source needs: bundlers leave what stands in
 * a template as it is, and it is a hundredth of the element's weight (docs/decisions/0012).
 */
import ts from "typescript";

/** The code of a module, script or typed, with its `html` and `css` on one line each. */
export function withoutTemplateSpace(fileName, code) {
  if (!/\b(?:html|css)\s*`/.test(code)) return code;
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest);
  const spans = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node)) spans.push(...spansOf(node, file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  let shorter = code;
  for (const { from, to, text } of spans.sort((one, other) => other.from - one.from)) {
    shorter = shorter.slice(0, from) + text + shorter.slice(to);
  }
  return shorter;
}

// The texts of a template, each with what it becomes.
function spansOf({ tag, template }, file) {
  const shorten = kKinds[tag.getText(file)];
  if (shorten === undefined) return [];
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...template.templateSpans.map(({ literal }) => literal)];
  const texts = parts.map((part) => part.getText(file));
  // There it is shown.
  if (texts.some((text) => text.includes("<pre"))) return [];
  return parts.map((part, at) => ({
    from: part.getStart(file),
    to: part.getEnd(),
    text: shorten(texts[at]),
  }));
}

const onOneLine = (text) => text.replaceAll(/\s*\n\s*/g, " ");
const kKinds = {
  __proto__: null,
  html: onOneLine,
  css: (text) => onOneLine(text.replaceAll(/\/\*[^]*?\*\//g, "")).replaceAll(/ ?([{};]) ?/g, "$1"),
};
