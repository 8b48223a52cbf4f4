// The element's class and types, without registering anything; safe to import where there is no DOM.
// "room-visitor/element/define" registers it. Whoever wants another name calls defineParts() first, because
// the class is made of parts that are elements themselves, and registers a class that extends it.
export { defineParts } from "./define.js";
export type { WantedPlace } from "./embedding.js";
export type {
  BeforeMoveDetail,
  ConnectedDetail,
  RoomVisitorAdminEvents,
  SettledDetail,
} from "./events.js";
export type { Place, Step } from "./flow/place.js";
export { RoomVisitorAdmin } from "./room-visitor-admin.js";
