// What is left of a wait, as time goes on.
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { RvWait } from "../../../web/src/element/rv-wait.js";
import { markupOf } from "./markup.js";

/** The element without a document: what it would show, and how often it wanted to. */
class Wait extends RvWait {
  updates = 0;

  get shown(): string {
    return markupOf(this.render());
  }

  override requestUpdate(): void {
    this.updates += 1;
  }

  protected override createRenderRoot(): DocumentFragment {
    return {} as DocumentFragment;
  }
}

const kStart = Date.UTC(2026, 0, 31, 12);

beforeEach(() => {
  vi.useFakeTimers({ now: kStart });
});
afterEach(() => {
  vi.useRealTimers();
});

it("counts down to zero and no further, until it is removed", () => {
  customElements.define("rv-wait-of-test", Wait);
  const wait = new Wait();
  Object.assign(wait, { why: "Because", until: kStart + 2500 });
  wait.connectedCallback();
  const seen: string[] = [];
  for (let second = 0; second < 5; second += 1) {
    seen.push(/in \D*(\d+) seconds?/.exec(wait.shown)?.[1] ?? wait.shown);
    const before = wait.updates;
    vi.advanceTimersByTime(1000);
    expect(wait.updates).toBe(before + 1);
  }
  expect(seen).toEqual(["3", "2", "1", "0", "0"]);
  wait.disconnectedCallback();
  expect(vi.getTimerCount()).toBe(0);
});
