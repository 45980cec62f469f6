/** One direction: routes → domain folders → policy, mail, platform (docs/decisions). The list of exceptions is empty. */
const domains = "groups|gatherings|plan|support|story|organisation|accounts";
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "domains-meet-in-routes",
      comment: "A domain folder may use groups; otherwise domains meet in a route.",
      severity: "error",
      from: { path: `^app/(${domains})/` },
      to: { path: `^app/(${domains})/`, pathNot: ["^app/$1/", "^app/groups/"] },
    },
    {
      name: "groups-use-no-domain",
      severity: "error",
      from: { path: "^app/groups/" },
      to: { path: `^app/(${domains})/`, pathNot: "^app/groups/" },
    },
    {
      name: "nothing-uses-routes",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/(routes/|routes\\.ts|root|entry)" },
      to: { path: "^app/routes/" },
    },
    {
      name: "policy-is-below",
      severity: "error",
      from: { path: "^app/policy/" },
      to: { path: "^app/", pathNot: "^app/(policy|platform|i18n)/" },
    },
    {
      name: "mail-is-below",
      severity: "error",
      from: { path: "^app/mail/" },
      to: { path: "^app/", pathNot: "^app/(mail|policy|platform|i18n)/" },
    },
    {
      name: "platform-is-lowest",
      severity: "error",
      from: { path: "^app/platform/" },
      to: { path: "^(app|emails)/", pathNot: "^app/(platform|i18n)/" },
    },
    { name: "ui-knows-no-domain", severity: "error", from: { path: "^app/ui/" }, to: { path: "^(app|emails)/", pathNot: "^app/ui/" } },
    {
      name: "emails-know-their-props",
      severity: "error",
      from: { path: "^emails/" },
      to: { path: "^app/", pathNot: "^app/(i18n|ui/hues)" },
    },
    {
      name: "prisma-is-written-with-in-acts",
      comment: "Only the writing door makes a Prisma client; types may be used elsewhere.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/platform/(writing\\.server\\.ts|prisma/)" },
      to: { path: "^app/platform/prisma/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "lucia-behind-one-folder",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/accounts/" },
      to: { path: "node_modules/lucia" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|app/platform/prisma" },
    exclude: { path: "\\.test\\.tsx?$" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
