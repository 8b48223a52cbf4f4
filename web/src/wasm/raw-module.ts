// The compiled core as it is: functions that take and return text. Everything but bodies of answers
// is JSON. client/core.ts gives these functions types; nothing else calls them. A test compares this
// list with the real module.

/** A text function with one argument. */
export type TextFunction = (input: string) => string;

/** A text function with two arguments. */
export type TextFunction2 = (first: string, second: string) => string;

/** The functions that the module exports. */
export interface RawModule {
  validateUpdate: TextFunction;
  buildUpdateRequest: TextFunction;
  buildServerInfoRequest: TextFunction;
  toCurl: TextFunction;
  readUpdateAnswer: TextFunction2;
  diffDocuments: TextFunction2;
  redact: TextFunction;
  errorTable: () => string;
  startReassignment: TextFunction;
  startQuestion: TextFunction;
  nextStep: TextFunction;
  reportEvent: TextFunction2;
}

/** The names of RawModule with the number of arguments of each. */
export const kRawFunctions: Readonly<Record<keyof RawModule, number>> = {
  validateUpdate: 1,
  buildUpdateRequest: 1,
  buildServerInfoRequest: 1,
  toCurl: 1,
  readUpdateAnswer: 2,
  diffDocuments: 2,
  redact: 1,
  errorTable: 0,
  startReassignment: 1,
  startQuestion: 1,
  nextStep: 1,
  reportEvent: 2,
};

/** What the generated glue accepts: a hook that instantiates with the imports the glue made. */
export interface ModuleSettings {
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

/** The default export of the generated glue. */
export type CreateModule = (settings: ModuleSettings) => Promise<RawModule>;
