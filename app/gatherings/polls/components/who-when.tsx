import type { Frame } from "~/groups/frame";
import { capital, listed } from "~/i18n/dates";
import type { Say } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";
import { Press } from "~/ui/press";
import { Rows } from "~/ui/rows";
import { Table } from "~/ui/table";
import { Tag, type TagProps } from "~/ui/tag";
import { momentBeside } from "../../own-clock";
import { type Can, cans } from "../best-moment";
import type { Moment, PollShown } from "../poll.server";

const heads = { yes: "polls.sayYes", ifNeedBe: "polls.sayIfNeedBe", no: "polls.sayNo" } as const;

/** Every moment with the names of who can, who can if need be and who can't; and a press to choose it. */
export function WhoWhen({ frame, poll }: { frame: Frame; poll: PollShown }) {
  const t = useText();
  const language = useLanguage();
  const { id, moments, people, can } = poll;
  const who = (moment: Moment, answer: Can) => {
    const names = people.filter(({ answers }) => answers[moment.id] === answer).map(({ name }) => name);
    return names.length > 0 ? `${names.length}: ${listed(names, language)}` : t("polls.sayNone");
  };
  const rows = moments.map((moment) => {
    const when = capital(momentBeside(moment, language, t, frame.today));
    const said = Object.fromEntries(cans.map((answer) => [answer, who(moment, answer)]));
    const to = `/g/${frame.groupId}/gatherings/dates/${id}/choose/${moment.id}`;
    const apart = apartOf(moment, frame, poll, t);
    return {
      id: moment.id,
      cells: {
        ...said,
        when: <When when={when} apart={can.choose ? null : apart} />,
        choose: <Choose to={to} about={when} apart={apart} />,
      },
    };
  });
  const columns = [{ key: "when", label: t("polls.moment") }, ...cans.map((answer) => ({ key: answer, label: t(heads[answer]) }))];
  return (
    <>
      <Table
        caption={t("polls.whoWhen")}
        captionUnseen
        columns={can.choose ? [...columns, { key: "choose", label: t("polls.chooseTag") }] : columns}
        rows={rows}
      />
      {can.choose && <p className="soft">{t("polls.chooseLead")}</p>}
    </>
  );
}

type Apart = Pick<TagProps, "kind"> & { word: string };

/** What sets a moment apart: that it was chosen, or why it can't be. */
function apartOf({ id, gatheringId, state }: Moment, { own, name }: Frame, { people, centralId }: PollShown, t: Say): Apart | null {
  if (gatheringId) return { kind: "good", word: t("polls.chosenTag") };
  if (state !== "coming") return { kind: "plain", word: t(`polls.${state}`) };
  const without = people.find((person) => person.id === centralId)?.answers[id] === "no";
  return without ? { kind: "lost", word: own ? t("polls.theirsNoOwn") : t("polls.theirsNo", { name }) } : null;
}

function When({ when, apart }: { when: string; apart: Apart | null }) {
  return (
    <>
      {when} {apart && <Tag kind={apart.kind}>{apart.word}</Tag>}
    </>
  );
}

function Choose({ to, about, apart }: { to: string; about: string; apart: Apart | null }) {
  const t = useText();
  if (apart) return <Tag kind={apart.kind}>{apart.word}</Tag>;
  return (
    <Press to={to} about={about}>
      {t("polls.chooseThis")}
    </Press>
  );
}

/** What people said with their answers, and who has not answered yet, with a link for whose answer can be written down. */
export function WhoSaid({ here, poll: { people, state } }: { here: string; poll: PollShown }) {
  const t = useText();
  const words = people.filter(({ word, notedBy }) => word || notedBy);
  const silent = people.filter(({ answers }) => Object.keys(answers).length === 0);
  return (
    <>
      {words.length > 0 && (
        <div className="stack">
          <h3>{t("polls.sayWords")}</h3>
          <Rows
            columns
            rows={words.map((person) => ({
              id: person.id,
              face: person,
              title: person.name,
              sub: <Word person={person} />,
              end: <Note here={here} person={person} />,
            }))}
          />
        </div>
      )}
      {(state === "open" || state === "closed") && (
        <div className="stack">
          <h3>{t("polls.silent")}</h3>
          {silent.length === 0 && <p>{t("polls.silentNone")}</p>}
          <Rows
            columns
            rows={silent.map((person) => ({ id: person.id, face: person, title: person.name, end: <Note here={here} person={person} /> }))}
          />
        </div>
      )}
    </>
  );
}

type Person = PollShown["people"][number];

function Word({ person: { word, notedBy } }: { person: Person }) {
  const t = useText();
  return (
    <>
      {word && <q dir="auto">{word}</q>} {notedBy && t("gatherings.notedBy", { name: notedBy })}
    </>
  );
}

function Note({ here, person }: { here: string; person: Person }) {
  const t = useText();
  if (!person.toNote) return null;
  return (
    <a className="link" href={`${here}/answer?for=${person.id}`}>
      {t(Object.keys(person.answers).length > 0 ? "gatherings.noteChange" : "gatherings.note")}
      <span className="unseen">: {person.name}</span>
    </a>
  );
}
