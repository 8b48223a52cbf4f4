// A Rocket.Chat workspace that lives in WebAssembly: the same one as in the native tests.
import type { StandinExchange, StandinRequest } from "./exchange.js";
import type { Fault, FaultCounts } from "./faults.js";
import type { CreateStandinModule, RawStandinModule, RawWorkspace } from "./raw-module.js";
import { StandinError } from "./standin-error.js";
import type { StandinErrorFields } from "./standin-error.js";

/** How the workspace starts; docs/standin.md describes each option. */
export interface WorkspaceOptions {
  /** "3.5" to "8.6", with or without a patch; default "6.4". */
  readonly version?: string;
  /** Name of a built-in seed; default "documentation". */
  readonly seed?: string;
  /**
   * Documents to add to the seed, replacing those of the same `_id`; or their JSON text, of which the
   * order of members stays as it is.
   */
  readonly seedDocuments?: Readonly<Record<string, unknown>> | string;
  /** How many rooms are made on demand besides those of the seed, up to 1,000,000; default none. */
  readonly rooms?: number;
  /** Tells one set of these rooms from another; a whole number below 2 ** 32. */
  readonly roomsSeed?: number;
  /** The setting API_Enable_CORS; default false. */
  readonly crossOrigin?: boolean;
  /** The setting API_CORS_Origin: "*" (default) or a list separated by commas. */
  readonly allowedOrigins?: string;
  /** The setting API_Enable_Rate_Limiter; default true. */
  readonly rateLimiter?: boolean;
  readonly mode?: "production" | "development";
  readonly deprecatedRoutes?: "served" | "refused";
  /** Seeds delays, ids and tokens; a whole number below 2 ** 32. */
  readonly chance?: number;
  /** The fault script to start with. */
  readonly faults?: readonly Fault[];
}

/** The generated glue, its WebAssembly (bytes or compiled), and how the workspace starts. */
export interface StandinOptions {
  readonly createModule: CreateStandinModule;
  readonly wasm: BufferSource | WebAssembly.Module;
  readonly workspace?: WorkspaceOptions;
}

/**
 * A running workspace.
 *
 *     const standin = await Standin.create({ createModule, wasm: bytes });
 *     const { status, body } = standin.handle(request, "127.0.0.1", Date.now());
 *     standin.dispose();
 */
export class Standin {
  readonly #workspace: RawWorkspace;
  #disposed = false;
  #brokenOff: WebAssembly.RuntimeError | undefined;

  private constructor(workspace: RawWorkspace) {
    this.#workspace = workspace;
  }

  /** Rejects with a StandinError if the options are wrong, else with what the platform says. */
  static async create(options: StandinOptions): Promise<Standin> {
    const module = await instantiate(options.createModule, options.wasm);
    const workspace = module.createWorkspace(JSON.stringify(options.workspace ?? {}));
    const problem = workspace.error();
    if (problem === "") return new Standin(workspace);
    workspace.delete();
    throw errorIn(problem);
  }

  /** Answers one request; `now` is wall time in milliseconds. Throws StandinError on misuse. */
  handle(request: StandinRequest, clientIp: string, now: number): StandinExchange {
    const { method, url, headers, body } = request;
    const asked = JSON.stringify({ method, url, headers });
    const text = this.#call((workspace) => workspace.handle(asked, body, clientIp, now));
    if (text.startsWith('{"error":')) throw errorIn(text);
    return JSON.parse(text) as StandinExchange;
  }

  /**
   * Starts a fault script, a list or its JSON text, in place of the one before, with all counts at zero.
   * Throws a StandinError that names the place if the script is wrong; then nothing has changed.
   */
  setFaults(faults: readonly Fault[] | string): void {
    // What cannot be written as JSON at all is undefined here, and is refused like null.
    const written: unknown = typeof faults === "string" ? faults : JSON.stringify(faults);
    const text = typeof written === "string" ? written : "null";
    const problem = this.#call((workspace) => workspace.setFaults(text));
    if (problem !== "") throw errorIn(problem);
  }

  /** The script. */
  faults(): readonly Fault[] {
    return JSON.parse(this.#call((workspace) => workspace.faults())) as Fault[];
  }

  /** What has happened of it. */
  faultCounts(): FaultCounts {
    return JSON.parse(this.#call((workspace) => workspace.faultCounts())) as FaultCounts;
  }

  /**
   * All documents, logins included, as JSON text. A stand-in made of the seed "empty" with this text as
   * `seedDocuments` goes on where this one is.
   */
  save(): string {
    return this.#call((workspace) => workspace.save());
  }

  /** Frees the workspace's memory. Calling it again does nothing. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    // The memory of a module that broke off goes with the module.
    if (this.#brokenOff === undefined) this.#workspace.delete();
  }

  // What broke off in the middle, out of memory for one, has left the module in an unknown state.
  #call(use: (workspace: RawWorkspace) => string): string {
    try {
      return use(this.#running);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) this.#brokenOff = error;
      throw error;
    }
  }

  get #running(): RawWorkspace {
    if (this.#brokenOff !== undefined) {
      throw new Error("The stand-in broke off during an earlier call; create another one.", {
        cause: this.#brokenOff,
      });
    }
    if (this.#disposed) throw new TypeError("The stand-in was disposed; create another one.");
    return this.#workspace;
  }
}

async function instantiate(
  createModule: CreateStandinModule,
  wasm: BufferSource | WebAssembly.Module,
): Promise<RawStandinModule> {
  const compiled = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  // The glue never learns of a failed instantiation, so its promise alone would wait for ever.
  return new Promise<RawStandinModule>((resolve, reject) => {
    createModule({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(compiled, imports)
          .then((instance) => {
            receive(instance, compiled);
          })
          .catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

function errorIn(text: string): StandinError {
  return new StandinError((JSON.parse(text) as { error: StandinErrorFields }).error);
}
