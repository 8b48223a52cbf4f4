// Where the focus goes after something was drawn, and what is brought into view. Only where somebody has
// the focus inside of the element: nothing is taken away from the page around it.

/** What was drawn. */
export interface Drawn {
  /** Whether anything inside had the focus before. */
  readonly hadFocus: boolean;
  readonly isNewStep: boolean;
  /** The verdicts on show. One that is new turns the meaning of buttons round. */
  readonly ends: readonly unknown[];
}

/** See above. */
export class FocusLead {
  // The field that is asked for in answer to another.
  #next: HTMLElement | null = null;
  #underWay: Element | null = null;
  #ends: readonly unknown[] = [];

  /** Leads the focus to a field that is asked for now, or to the heading. */
  follow(root: DocumentFragment, { hadFocus, isNewStep, ends }: Drawn): void {
    const next = root.querySelector<HTMLElement>("[data-next]");
    const underWay = root.querySelector("[data-under-way]");
    const isNewEnd = ends.some((end, at) => Boolean(end) && end !== this.#ends[at]);
    if (hadFocus) {
      const active = root instanceof ShadowRoot ? root.activeElement : null;
      // Somebody may be typing into a field that every step has.
      const isToLeave = (isNewStep || isNewEnd) && !(active instanceof HTMLInputElement);
      if (next !== null && next !== this.#next) next.focus();
      // What had it may be gone, too: a button that has done its work.
      else if (active === null || isToLeave) {
        root.querySelector<HTMLElement>("#heading")?.focus();
      }
      // What is being done, and the way to stop it, may come below the fold.
      if (underWay !== this.#underWay) underWay?.scrollIntoView({ block: "nearest" });
    }
    this.#next = next;
    this.#underWay = underWay;
    this.#ends = ends;
  }
}
