import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";

/** The server build has two doors, the server and the operator's commands, that share their code. */
function doors(): Plugin {
  return {
    name: "kring-doors",
    enforce: "post",
    config(config, env) {
      if (!env.isSsrBuild || !config.build?.rollupOptions) return;
      const options = config.build.rollupOptions;
      options.input = { server: "app/entry.serve.ts", kring: "app/entry.kring.ts" };
      options.output = { ...options.output, entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" };
    },
  };
}

export default defineConfig({
  plugins: process.env.VITEST ? [] : [remix(remixOptions), doors()],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  // rrule ships CommonJS under an ES name: bundled, its named import works in the built server.
  ssr: { noExternal: ["rrule"] },
  build: { target: "es2022", assetsInlineLimit: 0 },
  esbuild: { jsx: "automatic" },
});
