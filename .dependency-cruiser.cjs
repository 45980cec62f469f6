/** One direction: routes → domain folders → policy, mail, platform (docs/decisions). The list of exceptions is empty. */
const domains = "groups|gatherings|plan|support|story|steering|organisation|accounts|cards|closing|erasing|joining|notes";
/** They put together what several domains hold, each for one page or mail, and no domain knows of them. */
const gathered = "choosing-mails|digest";
/** Each file that reads the database without being handed a viewer, and why it may. */
const withoutViewer = [
  "^app/policy/(queries|viewer)\\.server\\.ts$", // the door itself, and what makes viewers
  "^app/(accounts/(sessions|signing-in|asking-limits|my-devices|passkeys/(my-passkeys|signing-in-with-a-passkey))|cards/signing-in-with-a-card)\\.server\\.ts$", // who is it
  "^app/mail/(outbox|unreached|waiting|mailbox)\\.server\\.ts$", // the outbox: its job, its operator, its reader on this machine
  "^app/(gatherings/(filling-horizon|reminders/reminding|undated/asking-for-a-day)|digest/digesting)\\.server\\.ts$", // jobs
  "^app/gatherings/feed/(feed|my-feeds)\\.server\\.ts$", // whose link it is; a person's own
  "^app/(groups/(my-groups|where-to-begin|invitations|photos)|joining/door)\\.server\\.ts$", // a person's own circles; whoever holds an invitation
  "^app/(erasing/erasing-due-circles|groups/forgetting-photos)\\.server\\.ts$", // jobs
  "^app/erasing/becoming-somebody\\.server\\.ts$", // within the act of who goes, also from circles that they have left
  "^app/taking-along/taking-what-is-mine\\.server\\.ts$", // a person's own account
  "^app/organisation/(my-organisations|handing-over)\\.server\\.ts$", // a person's own organisations; a form taken in before
  "^app/routes/system/demo\\.ts$",
  "^app/platform/health\\.server\\.ts$", // one row without content
  "^app/(entry\\.kring|answers\\.server|serving\\.server)\\.ts$", // open and close, count
];

/** Each file that writes without the door for acts, and why it may. */
const withoutAct = [
  "^app/policy/act\\.server\\.ts$", // the door itself
  "^app/accounts/(sessions|signing-in|forgetting|passkeys/(challenging-a-device|signing-in-with-a-passkey))\\.server\\.ts$", // ways in: there is nobody yet who acts
  "^app/(mail|forms|joining|gatherings/changing-series)/forgetting\\.server\\.ts$", // what has had its time
  "^app/mail/(outbox|sending)\\.server\\.ts$", // what became of a mail
  "^app/(gatherings/(filling-horizon|reminders/reminding|undated/asking-for-a-day)|digest/digesting)\\.server\\.ts$", // jobs
  "^app/erasing/erasing-due-circles\\.server\\.ts$", // a job
  "^app/groups/(visiting|looking|forgetting-looks)\\.server\\.ts$", // that a page was looked at
  "^app/(jobs|chores)\\.server\\.ts$",
  "^app/platform/health\\.server\\.ts$", // one row without content
  "^app/(entry\\.kring|answers\\.server|serving\\.server)\\.ts$", // close, count
];

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-runs-on-tests", severity: "error", from: { path: "^(app|emails)/" }, to: { path: "^test/" } },
    {
      name: "domains-meet-in-routes",
      comment: "A domain folder may use groups; otherwise domains meet in a route.",
      severity: "error",
      from: { path: `^app/(${domains})/` },
      to: { path: `^app/(${domains}|${gathered})/`, pathNot: ["^app/$1/", "^app/groups/"] },
    },
    {
      name: "mails-are-chosen-of-gatherings",
      severity: "error",
      from: { path: "^app/choosing-mails/" },
      to: { path: `^app/(${domains}|${gathered})/`, pathNot: "^app/(choosing-mails|groups|gatherings)/" },
    },
    {
      name: "a-month-is-told-of-story-plan-and-gatherings",
      comment: "By their own reads: a digest holds no rule of its own on what somebody may see.",
      severity: "error",
      from: { path: "^app/digest/" },
      to: { path: `^app/(${domains}|${gathered})/`, pathNot: "^app/(digest|groups|gatherings|plan|story)/" },
    },
    {
      name: "groups-use-no-domain",
      severity: "error",
      from: { path: "^app/groups/" },
      to: { path: `^app/(${domains}|${gathered})/`, pathNot: "^app/groups/" },
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
      to: { path: "^app/", pathNot: "^app/(i18n|ui/css/tokens)" },
    },
    {
      name: "prisma-is-written-with-in-acts",
      comment: "Only the writer makes a Prisma client; types may be used elsewhere.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/platform/(writer\\.server\\.ts|prisma/)" },
      to: { path: "^app/platform/prisma/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "rows-of-a-group-are-read-through-the-door",
      comment: "policy/queries.server.ts binds group, member and audiences. These read without a member of a group:",
      severity: "error",
      from: { path: "^app/", pathNot: withoutViewer },
      to: { path: "^app/platform/query\\.server\\.ts" },
    },
    {
      name: "rows-of-a-group-are-written-through-the-door",
      comment: "policy/act.server.ts opens the transaction of every act; an act is handed it, and may name its type.",
      severity: "error",
      from: { path: "^app/", pathNot: withoutAct },
      to: { path: "^app/platform/transaction\\.server\\.ts", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "acts-know-nothing-of-the-web",
      comment: "accounts/asking turns a request into a viewer, for routes.",
      severity: "error",
      from: { path: `^app/(${domains}|${gathered}|policy)/.*\\.server\\.ts$`, pathNot: "^app/accounts/asking\\.server\\.ts$" },
      to: { path: "node_modules/@remix-run|^app/forms/.*\\.server\\.ts$" },
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
