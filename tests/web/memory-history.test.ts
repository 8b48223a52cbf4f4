import { describe, expect, it } from "vitest";

import { memoryHistory } from "../../web/src/store/memory-history.js";
import { endOf, kOwner, openEntry } from "./history-entries.js";

describe("memory history", () => {
  it("keeps 1,000 closed entries of an owner unless told otherwise", async () => {
    const history = memoryHistory("it is a test");
    for (let n = 0; n <= 1000; n += 1) {
      await history.intend(openEntry(n));
      await history.close(`entry-${n}`, endOf(n));
    }
    const kept = await history.list(kOwner);
    expect(kept).toHaveLength(1000);
    expect(kept.at(-1)?.id).toBe("entry-1");
  });
});
