/** ESLint rule `layers/direction`: imports follow the table in layers.mjs. */
import path from "node:path";

import { importProblem } from "./layers.mjs";

const direction = {
  meta: { type: "problem", schema: [], messages: { direction: "{{problem}}" } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join("/");
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== "string") return;
      const problem = importProblem(file, specifier);
      if (problem !== undefined)
        context.report({ node, messageId: "direction", data: { problem } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

export const layersPlugin = { rules: { direction } };
