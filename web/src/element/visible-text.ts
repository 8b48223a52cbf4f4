// Server text is hostile: characters that cannot be seen, or that turn the text around, are taken
// out and shown by their code points instead.

/** A piece of text to show as it is, or an invisible character to show by its code. */
export type TextRun =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "mark"; readonly code: string };

/** Splits text into what can be shown and what must be made visible. Never drops a character. */
export function visibleRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  for (const match of text.matchAll(kInvisible)) {
    if (match.index > from) runs.push({ kind: "text", text: text.slice(from, match.index) });
    runs.push(markOf(match[0]));
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ kind: "text", text: text.slice(from) });
  return runs;
}

/** The same as plain text, for places that hold no elements: "a⟨U+202E⟩b". */
export function visibleText(text: string): string {
  return visibleRuns(text)
    .map((run) => (run.kind === "text" ? run.text : `⟨${run.code}⟩`))
    .join("");
}

function markOf(character: string): TextRun {
  const point = character.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  return { kind: "mark", code };
}

// Controls but for tab and line feed, which layout handles; formats (text direction, joiners, tags)
// but for the joiner inside an emoji; lone surrogates; line separators; odd spaces; fillers that look
// like nothing.
const kInvisible =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\0-\x08\x0b-\x1f\x7f-\x9f]|(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\p{Cs}|\p{Zl}|\p{Zp}|(?![ \u3000])\p{Zs}|[\u115f\u1160\u3164\uffa0\u2800]/gu;
