// Registers <room-visitor-admin>. The one module of the package that does something when it is loaded.
import { defineParts } from "./define.js";

export type { RoomVisitorAdmin } from "./room-visitor-admin.js";

defineParts();
