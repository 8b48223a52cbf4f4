// A node that is moved in the document loses the focus. This gives it back to the element's part that
// had it, if the element is put somewhere else at once and nothing else has taken the focus.

/** Follows the focus inside of a shadow root. */
export class KeptFocus {
  #last: HTMLElement | null = null;

  /** Begins to follow; once for each root. */
  follow(root: ShadowRoot): void {
    root.addEventListener("focusin", ({ target }) => {
      this.#last = target instanceof HTMLElement ? target : null;
    });
    root.addEventListener("focusout", () => {
      const left = this.#last;
      // Taking a node out may say so, too: what is put back in the same task still finds it.
      queueMicrotask(() => {
        if (this.#last === left && root.activeElement !== left) this.#last = null;
      });
    });
  }

  /** Gives it back. */
  restore(page: Document): void {
    if (page.activeElement === null || page.activeElement === page.body) this.#last?.focus();
  }
}
