// Builds the page into dist/demo: plain files that work under any path and a strict policy.
import path from "node:path";
import { defineConfig } from "vite";

// In development the API comes from a stand-in beside the page, so that both share one origin.
const kStandin = process.env["ROOM_VISITOR_STANDIN"] ?? "http://127.0.0.1:3000";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  resolve: {
    // The example names the package as its users do; here it shares the code of the other pages.
    alias: {
      "room-visitor/element/define": path.resolve(
        import.meta.dirname,
        "../src/element/define-entry.ts",
      ),
    },
  },
  build: {
    outDir: path.resolve(import.meta.dirname, "../../dist/demo"),
    emptyOutDir: true,
    target: "es2022",
    rolldownOptions: {
      input: ["index.html", "server.html", "example.html"].map((name) =>
        path.resolve(import.meta.dirname, name),
      ),
    },
    // Every file stays a file: data: addresses are outside the page's policy.
    assetsInlineLimit: 0,
    // Every browser with light-dark() preloads modules itself.
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": { target: kStandin, changeOrigin: true } } },
});
