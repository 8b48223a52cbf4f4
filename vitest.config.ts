// Tests that run in Node: the client with an injected fetch, view models, bindings, the scripts.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.mjs"],
    exclude: ["**/node_modules/**"],
    // Two workers: the machines this runs on have two cores.
    maxWorkers: 2,
    // A test that finds nothing to run is a fault in the set-up, not a success.
    passWithNoTests: false,
    // The module is compiled once per worker; a cold start on a busy machine takes a second or two.
    testTimeout: 120_000,
  },
});
