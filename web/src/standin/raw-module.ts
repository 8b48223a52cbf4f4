// What the stand-in's WebAssembly module exports: core/include/room_visitor/standin/json_api.h as
// JavaScript sees it. Everything but the request body is JSON text.

/** A workspace inside the module's memory. `delete` frees it. */
export interface RawWorkspace {
  error(): string;
  handle(requestJson: string, body: Uint8Array, clientIp: string, now: number): string;
  /** All documents, as `seedDocuments` has them. */
  save(): string;
  /** Empty text, or an error. */
  setFaults(faultsJson: string): string;
  faults(): string;
  faultCounts(): string;
  delete(): void;
}

export interface RawStandinModule {
  createWorkspace(optionsJson: string): RawWorkspace;
}

/** The part of the generated factory's argument that is used here. */
export interface StandinModuleArgument {
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

/** The default export of `room_visitor_standin.mjs`. */
export type CreateStandinModule = (argument: StandinModuleArgument) => Promise<RawStandinModule>;
