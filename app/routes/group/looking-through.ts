import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { memberViewer, offered } from "~/accounts/asking.server";
import { NotAllowed, Refusal } from "~/platform/refusal";

/** Pages of the circle as somebody in it sees them, for who decides who sees what. Only a look: nothing can be done here. */
export async function loader(asked: LoaderFunctionArgs) {
  const { groupId, memberId = "" } = asked.params;
  const rest = asked.params["*"]?.replace(/\/+$/, "");
  const viewer = memberViewer(asked);
  offered(viewer, "group.change");
  const home = `/g/${groupId}`;
  const { pathname, search } = new URL(`${home}${rest ? `/${rest}` : ""}${new URL(asked.request.url).search}`, asked.request.url);
  if (memberId === viewer.memberId) throw redirect(pathname + search);
  const inside = pathname === home || pathname.startsWith(`${home}/`);
  const page = inside ? await asked.context.drawThrough(memberId, pathname + search) : null;
  if (page === null) throw new Refusal({ key: "system.notFound" }, null, "nothing for these eyes", 404);
  // What leads on within the circle stays a look through the same eyes, but for the way back to the settings.
  const links = new RegExp(`(href|action)="${home}(?!/settings)(?=[/"?#])`, "g");
  return new Response(page.replace(links, `$1="${home}/as/${memberId}`), { headers: { "content-type": "text/html; charset=utf-8" } });
}

export function action(asked: ActionFunctionArgs) {
  offered(memberViewer(asked), "group.change");
  throw new NotAllowed({ key: "steering.onlyLooking" });
}
