import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of Kring, in folders by who uses it. test/policy/ holds who may use which. */
export default [
  index("routes/welcome/welcome.tsx"),
  route("me", "routes/welcome/my-circles.tsx"),
  route("groups/new", "routes/welcome/group-new.tsx"),
  route("language", "routes/welcome/language.ts"),

  route("sign-in", "routes/sign-in/mail.tsx"),
  route("sign-in/code", "routes/sign-in/code.tsx"),
  route("sign-in/link/:token", "routes/sign-in/link.tsx"),
  route("sign-out", "routes/sign-in/out.ts"),

  route("g/:groupId", "routes/group/home.tsx"),
  route("g/:groupId/circle", "routes/group/circle.tsx"),
  route("g/:groupId/plan", "routes/group/plan.tsx"),
  route("g/:groupId/plan/dreams/new", "routes/group/dream-new.tsx"),

  route("dev/ui", "routes/system/dev-ui.tsx"),
  route("mailbox", "routes/system/mailbox.tsx"),
  route("mailbox/:mailId", "routes/system/mailbox-one.tsx"),
  route("mailbox/:mailId/html", "routes/system/mailbox-html.ts"),
  route("demo", "routes/system/demo.ts"),
  route("healthz", "routes/system/healthz.ts"),
  route("*", "routes/system/nothing.ts"),
] satisfies RouteConfig;
