import { useText } from "~/i18n/use-text";
import type { Words } from "~/platform/refusal";
import { Tag } from "~/ui/tag";

/** What besideDay has to say of a day, each as a small word beside it. */
export function BesideDay({ words }: { words: readonly Words[] }) {
  const t = useText();
  return words.map(({ key, values }) => (
    <span key={key}>
      {" "}
      <Tag>{t(key, values)}</Tag>
    </span>
  ));
}
