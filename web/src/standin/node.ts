export { loadStandinModule } from "./load-module.js";
export type { StandinModuleFiles } from "./load-module.js";
export { startNodeHost } from "./node-host.js";
export type { NodeHost, NodeHostOptions, RecordedRequest, SenderLimits } from "./node-host.js";
export { PortInUseError } from "./port-in-use-error.js";
export type { StaticFolder } from "./static-files.js";
