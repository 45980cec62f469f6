import { shapes } from "./icon-shapes";

export type IconName = keyof typeof shapes;

/** A small drawing beside its word. It never stands alone: screen readers skip it. How its lines look, css/icon.css says. */
export function Icon({ name }: { name: IconName }) {
  const lines = { __html: shapes[name] };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: text of our own, the same for everybody; a page has a dozen of them
  return <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" dangerouslySetInnerHTML={lines} />;
}
