/**
 * The one place for Remix's options; vite.config.ts hands them to its plugin. With every v3 flag on, moving to
 * React Router 7 is a rename (docs/decisions/0002-remix-2.md).
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  // Built aside first, then moved into place (scripts/ready.mjs).
  buildDirectory: process.env.KRING_BUILD ?? "build",
  ignoredRouteFiles: ["**/*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
    v3_routeConfig: true,
  },
};
