// Who waits for credentials while the element is out of the page, and for how long.
import { expect, test } from "vitest";

import { Absence } from "../../../web/src/element/flow/absence.js";
import { ManualTimers } from "../manual-timers.js";

const kPatience = 30_000;

function world() {
  const timers = new ManualTimers();
  const session = {
    isAskingHost: false,
    isWaitedFor: false,
    givenUp: 0,
    giveUp() {
      this.givenUp += 1;
      this.isAskingHost = false;
      this.isWaitedFor = false;
    },
  };
  return { timers, session, absence: new Absence({ timers } as never, session as never) };
}

test("nobody logs in there, whether the session ended before or after", () => {
  const { absence, session } = world();
  session.isWaitedFor = true;
  absence.follow();
  expect(session.givenUp).toBe(0);
  absence.begin();
  expect(session.givenUp).toBe(1);
  session.isWaitedFor = true;
  absence.follow();
  expect(session.givenUp).toBe(2);
});

test("a host has its time from when it is asked, each time", () => {
  const { absence, session, timers } = world();
  absence.begin();
  timers.advance(kPatience);
  for (const isAskingHost of [true, false, true]) {
    session.isAskingHost = isAskingHost;
    absence.follow();
    timers.advance(kPatience - 1);
    absence.follow();
  }
  expect(session.givenUp).toBe(0);
  timers.advance(1);
  expect(session.givenUp).toBe(1);
  expect(timers.pending).toBe(0);
});

test("a host that is asked on the page has all the time", () => {
  const { absence, session, timers } = world();
  session.isAskingHost = true;
  absence.begin();
  absence.end();
  timers.advance(kPatience);
  expect([session.givenUp, timers.pending]).toEqual([0, 0]);
});
