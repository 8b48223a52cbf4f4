export type { HeaderList, StandinExchange, StandinRequest } from "./exchange.js";
export type { Fault, FaultCounts, FaultKind } from "./faults.js";
export { createStandinFetch } from "./page-host.js";
export type { StandinFetchOptions } from "./page-host.js";
export type { CreateStandinModule } from "./raw-module.js";
export { StandinError, isStandinError } from "./standin-error.js";
export type { StandinErrorFields } from "./standin-error.js";
export { Standin } from "./standin.js";
export type { StandinOptions, WorkspaceOptions } from "./standin.js";
