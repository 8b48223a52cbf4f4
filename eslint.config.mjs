// Lint rules for TypeScript and the scripts. Type-checked and strict; each deviation has its reason.
import js from "@eslint/js";
import lit from "eslint-plugin-lit";
import wc from "eslint-plugin-wc";
import tseslint from "typescript-eslint";

import { layersPlugin } from "./scripts/lib/eslint-layers.mjs";

// What a call of the network looks like; only client/send.ts and the loader in wasm/ may have one.
const kFetchCalls = [
  "CallExpression[callee.type='Identifier'][callee.name='fetch']",
  "CallExpression[callee.type='MemberExpression'][callee.property.name='fetch']",
].map((selector) => ({
  selector,
  message: "Only web/src/client/send.ts calls fetch for the API; use the client.",
}));

export default tseslint.config(
  { ignores: ["dist/", "build/", "**/node_modules/", "web/src/wasm/*.mjs", "test-results/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { layers: layersPlugin },
    rules: {
      "layers/direction": "error",
      "max-lines": ["error", { max: 350 }],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "separate-type-imports" },
      ],
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      // Numbers in messages are the normal case and cannot surprise; objects still may not.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `() => void save()` is how an event handler marks a promise as handled elsewhere.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-restricted-exports": [
        "error",
        { restrictDefaultExports: { direct: true, defaultFrom: true } },
      ],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: ["web/**/*.ts"],
    ignores: [
      "web/src/client/send.ts",
      "web/src/wasm/**",
      "web/demo/load-standin.ts",
      // Offers a fetch of its own; the architecture check looks for the browser's there.
      "web/src/standin/**",
      "web/**/vite.config.ts",
    ],
    rules: { "no-restricted-syntax": ["error", ...kFetchCalls] },
  },
  {
    // These run in browsers: Node's globals are types here only because tests share the program.
    files: ["web/src/**/*.ts", "web/demo/**/*.ts"],
    ignores: [
      "web/src/standin/**",
      "web/src/cli/**",
      "web/src/wasm/**",
      "web/**/vite.config.ts",
      // The history's file, for programs on Node; tests/web/node-only.test.ts keeps it out of pages.
      "web/src/node.ts",
      "web/src/store/file-*.ts",
    ],
    rules: {
      "no-restricted-globals": ["error", "process", "Buffer", "global", "require", "__dirname"],
      "no-restricted-imports": ["error", { patterns: [{ group: ["node:*"] }] }],
    },
  },
  {
    files: ["web/src/element/**/*.ts", "web/demo/**/*.ts"],
    extends: [lit.configs["flat/recommended"], wc.configs["flat/recommended"]],
    rules: { "lit/no-template-map": "off", "wc/guard-super-call": "off" },
  },
  {
    // Programs that speak on the terminal.
    files: ["web/src/standin/cli.ts", "web/src/cli/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["tests/**/*.ts", "e2e/**/*.ts"],
    rules: {
      // A test file is a list of cases; its functions are not an interface.
      "@typescript-eslint/explicit-module-boundary-types": "off",
    },
  },
  {
    // A default export is what these tools, and generated modules, have.
    files: ["*.config.ts", "web/**/vite.config.ts", "**/*.d.ts"],
    rules: { "no-restricted-exports": "off" },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "console",
          "process",
          "URL",
          "Buffer",
          "fetch",
          "setTimeout",
          "clearTimeout",
          "performance",
          "WebAssembly",
          "AbortController",
          "TextDecoder",
          "TextEncoder",
        ].map((name) => [name, "readonly"]),
      ),
    },
    rules: { "max-lines": ["error", { max: 350 }], eqeqeq: "error" },
  },
  {
    // These run in a page.
    files: ["tests/package/page/*.js", "tests/package/embeddings.mjs"],
    languageOptions: {
      globals: Object.fromEntries(
        ["document", "FormData", "getComputedStyle", "KeyboardEvent", "requestAnimationFrame"].map(
          (name) => [name, "readonly"],
        ),
      ),
    },
  },
);
