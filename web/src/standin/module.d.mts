// The types of `room-visitor/standin/module`, the generated glue of the stand-in's WebAssembly module.
import type { CreateStandinModule } from "./raw-module.js";

declare const createModule: CreateStandinModule;
export default createModule;
