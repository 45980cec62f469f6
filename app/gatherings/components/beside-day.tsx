import { useText } from "~/i18n/use-text";
import { Tag } from "~/ui/tag";
import type { Beside } from "../beside-day";

/** What besideDay has to say of a day, each as a small word beside it. */
export function BesideDay({ words }: { words: readonly Beside[] }) {
  const t = useText();
  return words.map(({ id, key, values }) => (
    <span key={id}>
      {" "}
      <Tag>{t(key, values)}</Tag>
    </span>
  ));
}
