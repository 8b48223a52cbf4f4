import { describe, expect, test } from "vitest";

import { keyAct, type Key, type ListState } from "../../../web/src/element/views/visitor-keys.js";

const press = (key: string, change: Partial<Key> = {}): Key => ({
  key,
  isComposing: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...change,
});
const list = (active: number, change: Partial<ListState> = {}): ListState => ({
  count: 25,
  active,
  isOpen: true,
  ...change,
});

describe("keyAct", () => {
  test.each([
    ["ArrowDown", -1, 0],
    ["ArrowDown", 0, 1],
    ["ArrowDown", 24, 0],
    ["ArrowUp", -1, 24],
    ["ArrowUp", 0, 24],
    ["ArrowUp", 24, 23],
    ["PageDown", -1, 9],
    ["PageDown", 20, 24],
    ["PageUp", 20, 10],
    ["PageUp", 3, 0],
  ])("%s from %i highlights %i", (key, from, at) => {
    expect(keyAct(press(key), list(from))).toEqual({ kind: "highlight", at });
  });

  test("Enter chooses who is highlighted, and else is the form's", () => {
    expect(keyAct(press("Enter"), list(3))).toEqual({ kind: "choose", at: 3 });
    expect(keyAct(press("Enter"), list(-1))).toBeNull();
  });

  test.each(["ArrowLeft", "ArrowRight", "Home", "End"])(
    "%s goes back into the text, and moves in it",
    (key) => {
      expect(keyAct(press(key), list(3))).toMatchObject({ at: -1, keepsDefault: true });
      expect(keyAct(press(key), list(-1))).toBeNull();
    },
  );

  test("Escape closes the list, and an arrow opens it", () => {
    expect(keyAct(press("Escape"), list(3))).toEqual({ kind: "close" });
    const closed = list(-1, { isOpen: false });
    expect(keyAct(press("Escape"), closed)).toBeNull();
    expect(keyAct(press("ArrowDown"), closed)).toEqual({ kind: "open" });
    expect(keyAct(press("Enter"), closed)).toBeNull();
  });

  test.each(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Enter", "Home"])(
    "%s does nothing in an empty list",
    (key) => {
      expect(keyAct(press(key), list(-1, { count: 0 }))).toBeNull();
    },
  );

  test.each(["isComposing", "altKey", "ctrlKey", "metaKey", "shiftKey"] as const)(
    "keys with %s belong to others",
    (modifier) => {
      for (const key of ["ArrowDown", "Enter", "Escape"]) {
        expect(keyAct(press(key, { [modifier]: true }), list(3))).toBeNull();
      }
    },
  );

  test.each(["a", "Tab", "Backspace", "F1"])("%s is the field's own", (key) => {
    expect(keyAct(press(key), list(3))).toBeNull();
  });
});
