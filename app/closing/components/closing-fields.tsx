import type { useFields } from "~/forms/form";
import type { Frame } from "~/groups/frame";
import { listed } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { ChoiceField } from "~/ui/choice-field";
import { PeopleField } from "~/ui/people-field";
import { TextArea } from "~/ui/text-field";
import type { Reader } from "../closed-circle.server";

type Fields = Pick<ReturnType<typeof useFields>, "field" | "list">;

/** What happens, why (for who acts for the central person), who may go on reading, and a word. */
export function ClosingFields({ frame, people, decided, field, list }: { frame: Frame; people: Reader[]; decided: boolean } & Fields) {
  const t = useText();
  const { name, own } = frame;
  const others = people.filter(({ assists }) => !assists);
  return (
    <>
      <ul>
        {(["off", "told", "undo"] as const).map((point) => (
          <li key={point}>{t(`closing.${point}`)}</li>
        ))}
      </ul>
      {!own && (
        <ChoiceField
          {...field("why")}
          value={field("why").value || "ends"}
          legend={t("closing.why")}
          options={[
            { value: "ends", label: t("closing.whyEnds") },
            { value: "memory", label: t("closing.whyMemory", { name }) },
          ]}
        />
      )}
      {!own && decided ? (
        <Chosen name={name} names={others.filter(({ chosen }) => chosen).map((one) => one.name)} />
      ) : (
        others.length > 0 && (
          <PeopleField
            many
            name="people"
            legend={t("closing.who")}
            hint={own ? t("closing.whoHint") : t("closing.whoHintFor", { name })}
            people={others}
            value={list("people")}
          />
        )
      )}
      <TextArea {...field("word")} label={t("closing.word")} optionalWord={t("app.optional")} rows={3} />
    </>
  );
}

function Chosen({ name, names }: { name: string; names: string[] }) {
  const t = useText();
  const language = useLanguage();
  return (
    <p>{names.length > 0 ? t("closing.whoChosen", { name, names: listed(names, language) }) : t("closing.whoChosenNobody", { name })}</p>
  );
}
