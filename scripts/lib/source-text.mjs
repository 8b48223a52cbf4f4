/** Small helpers for rules that read source text. */

/** One finding: where it is and what is wrong there. */
export const problem = (file, line, text) => ({ file, line, text });

/** `file:line: text`, as editors understand it. */
export const showProblem = ({ file, line, text }) => `${file}:${line}: ${text}`;

/**
 * Blanks comments of C++ text, keeping line numbers and everything in string literals that could be
 * an include. Raw strings are blanked too: they hold data, not code.
 * @param {string} text
 */
export function stripComments(text) {
  const pattern =
    /R"([^()\\\s]{0,16})\([\s\S]*?\)\1"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return text.replace(pattern, (match) => {
    const isLiteral = match.startsWith('"') || match.startsWith("'");
    return isLiteral ? match : match.replace(/[^\n]/g, " ");
  });
}
