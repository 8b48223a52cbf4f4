// The line above the people who were found: how many there are, or why there are none yet.
import type { VisitorSearch } from "../flow/visitor-search.js";
import { lengthProblem } from "../flow/visitor-term.js";
import type { Texts } from "../text/texts.js";

/** Short enough for one line, so that nothing moves; "" where something else says it. */
export function peopleSummary(search: Searched, texts: Texts): string {
  const { found, isSearching, job, refused, term } = search;
  // A wait stands there with its end.
  if (job.wait !== null || job.problem !== null) return "";
  if (isSearching) return texts.text("visitor.searching");
  if (found === null) {
    if (refused !== null) return "";
    const problem = term === "" ? null : lengthProblem(term);
    if (problem === "long") return texts.text("visitor.long");
    return texts.text(problem === null ? "visitor.start" : "visitor.typeMore");
  }
  const { items, total, isComplete } = found;
  const shown = items.length;
  if (isComplete) return texts.text("visitor.found", { count: shown });
  if (total === null) return texts.text("visitor.partOfUnknown", { shown });
  return texts.text("visitor.part", { shown, total });
}

/** What of a search it is made of. */
export type Searched = Pick<VisitorSearch, "found" | "isSearching" | "refused" | "term"> & {
  readonly job: Pick<VisitorSearch["job"], "wait" | "problem">;
};
