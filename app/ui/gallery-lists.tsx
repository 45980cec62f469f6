import { LinkButton } from "./button";
import { Empty } from "./empty";
import { samplePeople } from "./gallery-cast";
import { Section } from "./headings";
import { More } from "./more";
import { News } from "./news";
import { PromiseRow, Promises, TickButton } from "./promises";
import { Rows } from "./rows";
import { Table } from "./table";
import { Tag } from "./tag";

const [jan, fatima, rita, tom, mia, , zahra, long] = samplePeople as [P, P, P, P, P, P, P, P];
type P = (typeof samplePeople)[number];

/** Lists: promises, news, rows, a table, nothing yet. */
export function GalleryLists() {
  return (
    <>
      <Section title="Dit heb jij beloofd">
        <Promises>
          <PromiseRow
            tick={
              <form method="post">
                <TickButton word="Gedaan" about="de VDAB bellen" />
              </form>
            }
            title="De VDAB bellen over de opleiding"
            sub={
              <>
                Tegen vrijdag 27 november. Voor de droom <a href="#droom">Werken met dieren</a>
              </>
            }
          />
          <PromiseRow
            tick={<TickButton word="Gedaan" about="samen koken" done />}
            title="Elke zaterdag samen koken"
            sub="Al 5 keer gedaan"
            done
          />
          <PromiseRow title="Zonder knop: dit belooft iemand anders" sub="Tegen morgen, dinsdag 24 november" />
        </Promises>
      </Section>
      <Section title="Nieuw sinds vorige week">
        <News
          items={[
            {
              face: jan,
              joy: true,
              children: <strong>Jans doel is gelukt: alleen met de bus naar Tine.</strong>,
              when: "gisteren, 22 november",
            },
            { face: tom, children: "Tom brengt Jan voortaan naar het voetbal, elke zondag." },
            { face: zahra, children: <bdi>فاطمة ستأتي يوم الثلاثاء</bdi> },
          ]}
        />
      </Section>
      <Section title="Rijen">
        <Rows
          rows={[
            { face: rita, title: rita.name, sub: "mama", href: "#rita" },
            { face: mia, title: mia.name, sub: "thuisbegeleiding", end: <Tag>betaald</Tag>, href: "#mia" },
            { face: zahra, title: zahra.name, sub: "buurvrouw", href: "#zahra" },
            { face: long, title: long.name, sub: "een heel lange naam", end: <a href="#roep">Bel</a> },
            { icon: "calendar", title: "Dinsdag 5 januari om 19.30 uur", sub: "Bij Rita thuis", href: "#x" },
          ]}
        />
        <Rows
          columns
          rows={[rita, tom, fatima, mia].map((one) => ({ id: one.id, face: one, title: one.name, sub: one.note, href: `#${one.id}` }))}
        />
      </Section>
      <Section title="Een tabel">
        <Table
          caption="Groepen in Gent"
          columns={[
            { key: "group", label: "Groep" },
            { key: "phase", label: "Fase" },
            { key: "who", label: "Begeleider" },
            { key: "last", label: "Laatst samen" },
          ]}
          rows={[
            { id: "1", cells: { group: <a href="#1">Jan</a>, phase: "opvolgen", who: "Mia Vandenbroucke", last: "3 november 2026" } },
            {
              id: "2",
              cells: { group: <a href="#2">Samira</a>, phase: "kennismaken", who: <Tag kind="lost">nog niemand</Tag>, last: "nog niet" },
            },
          ]}
        />
      </Section>
      <Section title="Nog niets, en wat niet iedereen nodig heeft">
        <Empty
          title="Nog geen dromen."
          action={
            <LinkButton href="#droom" kind="main" icon="plus">
              Vertel een droom
            </LinkButton>
          }
        >
          <p>Waar droom je van? Groot mag.</p>
        </Empty>
        <More summary="Verplaats of annuleer" icon="calendar">
          <p>Wie al antwoordde, krijgt een mail.</p>
        </More>
      </Section>
    </>
  );
}
