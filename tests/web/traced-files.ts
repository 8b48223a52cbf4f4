// node:fs/promises with a trace of what happens to files and a place to break in:
//
//   vi.mock("node:fs/promises", async (original) => {
//     const { tracedFiles } = await import("./traced-files.js");
//     return tracedFiles(await original());
//   });
import type * as FilesModule from "node:fs/promises";
import path from "node:path";

type Files = typeof FilesModule;
type Call = (...args: unknown[]) => Promise<unknown>;

/** What happened, oldest first: "write history.jsonl", "sync folder", "rename history". */
export const kTrace: string[] = [];

interface Hooks {
  /** Called before each traced step; may do something in between, or throw in its place. */
  before: (step: string) => Promise<void> | void;
}

export const kHooks: Hooks = { before: () => undefined };

export function forgetTrace(): void {
  kTrace.length = 0;
  kHooks.before = () => undefined;
}

export function tracedFiles(actual: Files): Files {
  const open = async (file: string, ...rest: unknown[]): Promise<unknown> => {
    await step(`open ${nameOf(file)}`);
    const handle = await (actual.open as unknown as Call)(file, ...rest);
    return tracedHandle(handle as object, nameOf(file));
  };
  return {
    ...actual,
    open,
    readFile: traced("read", actual.readFile as Call),
    rename: traced("rename", actual.rename as Call),
    unlink: traced("unlink", actual.unlink as Call),
  } as Files;
}

function traced(name: string, call: Call): Call {
  return async (file, ...rest) => {
    await step(`${name} ${nameOf(String(file))}`);
    return call(file, ...rest);
  };
}

function tracedHandle(handle: object, name: string): object {
  return new Proxy(handle, {
    get: (target, member) => {
      const value: unknown = Reflect.get(target, member, target);
      if (typeof value !== "function") return value;
      const call = value.bind(target) as Call;
      if (member !== "write" && member !== "writeFile" && member !== "sync") return call;
      return async (...args: unknown[]) => {
        await step(`${member} ${name}`);
        return call(...args);
      };
    },
  });
}

async function step(what: string): Promise<void> {
  kTrace.push(what);
  await kHooks.before(what);
}

// Files have an ending here, folders and new files do not.
function nameOf(file: string): string {
  const name = path.basename(file);
  return name.includes(".") || name === "history" ? name : "folder";
}
