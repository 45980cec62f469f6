import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
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

const look = ["~/ui/style", "~/ui/font"].map((id) => `import "${id}";`).join("\n");

/** No page sends a framework's script, so of what Remix would build for the browser only the look is built. */
function onlyTheLook(): Plugin {
  return {
    name: "kring-only-the-look",
    enforce: "pre",
    apply: (_, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    load(id) {
      if (id.includes("?__remix-build-client-route")) return id.includes("/app/root.tsx") ? look : "";
      return id.endsWith("/entry.client.tsx") ? "" : undefined;
    },
  };
}

const passkeyScript = "app/accounts/passkeys/passkey.browser.ts";

/** The one script with a package in it (docs/decisions/0023-passkeys.md), under a name that a page can know: /passkey.js. */
function passkeyInTheBrowser(): Plugin {
  return {
    name: "kring-passkey",
    buildStart() {
      if (this.environment.name === "client" && this.environment.mode === "build")
        this.emitFile({ type: "chunk", id: passkeyScript, fileName: "passkey.js" });
    },
    configureServer({ middlewares }) {
      middlewares.use((req, _, next) => {
        if (req.url === "/passkey.js") req.url = `/${passkeyScript}`;
        next();
      });
    },
  };
}

const packable = [".css", ".js", ".svg", ".txt", ".webmanifest"];

/** When all is built: takes away the empty scripts, and packs what goes out as text, as small as it gets. */
function packed(): Plugin {
  return {
    name: "kring-packed",
    apply: (_, { isSsrBuild }) => isSsrBuild === true,
    writeBundle: {
      order: "post",
      sequential: true,
      handler() {
        const client = join(remixOptions.buildDirectory ?? "build", "client");
        for (const name of readdirSync(join(client, "assets"))) if (extname(name) === ".js") rmSync(join(client, "assets", name));
        for (const name of readdirSync(client, { recursive: true }) as string[]) {
          if (!packable.includes(extname(name))) continue;
          const body = readFileSync(join(client, name));
          writeFileSync(join(client, `${name}.br`), brotliCompressSync(body));
          writeFileSync(join(client, `${name}.gz`), gzipSync(body, { level: 9 }));
        }
      },
    },
  };
}

export default defineConfig({
  plugins: process.env.VITEST ? [] : [onlyTheLook(), passkeyInTheBrowser(), remix(remixOptions), doors(), packed()],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  // rrule ships CommonJS under an ES name: bundled, its named import works in the built server.
  ssr: { noExternal: ["rrule"] },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: {
      // Of the routes nothing is built for the browser; and comments in packages are theirs.
      onwarn: (warning, warn) => (["EMPTY_BUNDLE", "INVALID_ANNOTATION"].includes(warning.code ?? "") ? undefined : warn(warning)),
    },
  },
  esbuild: { jsx: "automatic" },
});
