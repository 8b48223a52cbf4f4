// The page's address follows what the widget shows, and the browser's Back and Forward lead along it: a
// new entry where a person has gone somewhere, none for what the page does by itself.

/** See above. */
export class PageTrail {
  // Whether somebody has done anything in the widget since it last went to another place.
  #hasActed = false;
  #isMoving = false;
  #isNewEntry = false;
  #address = location.pathname + location.search;

  /** `stage` holds the widget; `goTo` shows what the query of another entry says. */
  constructor(stage: HTMLElement, goTo: (search: string) => void) {
    const listen = (names: readonly string[], heed: () => void): void => {
      // Before the widget itself heeds what it is told.
      for (const name of names) stage.addEventListener(name, heed, { capture: true });
    };
    // After all who may object.
    stage.addEventListener("room-visitor-before-move", (event) => {
      this.#isMoving = !event.defaultPrevented;
    });
    listen(["click", "keydown"], () => {
      this.#hasActed = true;
    });
    listen(["room-visitor-step-changed"], () => {
      if (this.#hasActed) this.#isNewEntry = true;
      this.#hasActed = false;
    });
    listen(["room-visitor-moved", "room-visitor-not-moved"], () => {
      this.#isMoving = false;
    });
    addEventListener("popstate", () => {
      this.#follow(goTo);
    });
  }

  /** The page itself is about to show something else, on a person's demand. */
  turn(): void {
    this.#isNewEntry = true;
  }

  /** The widget was replaced by another. */
  begin(): void {
    this.#hasActed = false;
    this.#isMoving = false;
  }

  /** Takes the address of what is shown. */
  write(address: string): void {
    const isNewEntry = this.#isNewEntry;
    this.#isNewEntry = false;
    this.#address = address;
    if (address === location.pathname + location.search) return;
    if (isNewEntry) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  #follow(goTo: (search: string) => void): void {
    this.#hasActed = false;
    this.#isNewEntry = false;
    // Whoever has begun a move is to see what comes of it; the widget would leave right then.
    if (this.#isMoving) history.pushState(null, "", this.#address);
    else goTo(location.search);
  }
}
