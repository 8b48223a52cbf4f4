// Buttons that write: who presses twice has not seen what the first press has done.
import { expect, test, vi } from "vitest";

import { actButton, button, notePress } from "../../../web/src/element/views/buttons.js";

// Node has no events of a user interface.
class Click extends Event {
  readonly detail: number;
  constructor(detail: number) {
    super("click");
    this.detail = detail;
  }
}
vi.stubGlobal("UIEvent", Click);

type Listener = (event: unknown) => void;
// In the order of the template: that of keys, then that of clicks.
const listeners = ({ values }: { readonly values: readonly unknown[] }): readonly Listener[] =>
  values.filter((value): value is Listener => typeof value === "function");

test.each([
  ["the button of a step", (act: () => void) => actButton("text", act)],
  ["any other that writes", (act: () => void) => button("text", act, { once: true })],
])("%s does nothing at the second click of two, nor while a key is held", (_name, make) => {
  const act = vi.fn();
  const [onKey, onClick] = listeners(make(act));
  for (const detail of [1, 2, 3, 0]) onClick?.(new Click(detail));
  // Once by the mouse, once by a key.
  expect(act).toHaveBeenCalledTimes(2);
  const prevented = vi.fn();
  const press = (key: string, repeat: boolean): void =>
    onKey?.({ key, repeat, preventDefault: prevented });
  press("Enter", false);
  press("Tab", true);
  expect(prevented).not.toHaveBeenCalled();
  press("Enter", true);
  press(" ", true);
  expect(prevented).toHaveBeenCalledTimes(2);
});

test("presses are counted also where what is pressed has changed", () => {
  const act = vi.fn();
  const [, onClick] = listeners(actButton("text", act));
  const press = (timeStamp: number, clientX: number): void => {
    notePress({ timeStamp, clientX, clientY: 5 } as PointerEvent);
    onClick?.(new Click(1));
  };
  const counts = [
    [1000, 5],
    [1300, 6],
    [1799, 5],
    [2299, 5],
    [2400, 40],
  ].map(([at = 0, x = 0]) => {
    press(at, x);
    return act.mock.calls.length;
  });
  expect(counts).toEqual([1, 1, 1, 2, 3]);
  // A key right after it is no press of that pointer.
  onClick?.(new Click(0));
  expect(act).toHaveBeenCalledTimes(4);
});

test("what turns pages may be pressed as fast as one likes", () => {
  const act = vi.fn();
  const [onClick] = listeners(button("text", act));
  for (const detail of [1, 2, 3]) onClick?.(new Click(detail));
  expect(act).toHaveBeenCalledTimes(3);
});

test("what can do nothing does nothing", () => {
  const act = vi.fn();
  for (const made of [button("text", act, { can: false }), actButton("text", act, false)]) {
    listeners(made).at(-1)?.(new Click(1));
  }
  expect(act).not.toHaveBeenCalled();
});
