// Registers the parts. Safe to run twice, and without a DOM it does nothing.
import { RoomVisitorAdmin } from "./room-visitor-admin.js";
import { RvChangeList } from "./rv-change-list.js";
import { RvMaskedValue } from "./rv-masked-value.js";
import { RvRoomView } from "./rv-room-view.js";
import { RvWait } from "./rv-wait.js";

const kParts = {
  "room-visitor-admin": RoomVisitorAdmin,
  "rv-change-list": RvChangeList,
  "rv-masked-value": RvMaskedValue,
  "rv-room-view": RvRoomView,
  "rv-wait": RvWait,
} as const;

/** Registers every part that is not registered yet. */
export function defineParts(): void {
  if (typeof customElements === "undefined") return;
  for (const [name, part] of Object.entries(kParts)) {
    if (customElements.get(name) === undefined) customElements.define(name, part);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rv-change-list": RvChangeList;
    "rv-masked-value": RvMaskedValue;
    "rv-room-view": RvRoomView;
    "rv-wait": RvWait;
  }
}
