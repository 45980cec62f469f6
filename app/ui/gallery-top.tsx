import { BothVersions } from "./both-versions";
import { Button, Buttons, LinkButton } from "./button";
import { Face, Faces } from "./face";
import { samplePeople } from "./gallery-cast";
import { Section } from "./headings";
import { Icon, type IconName } from "./icon";
import { shapes } from "./icon-shapes";
import { Coming, MyAnswer, NextCard } from "./next-card";
import { Notice } from "./notice";
import { Tag } from "./tag";

const names = Object.keys(shapes) as IconName[];

/** Faces, buttons, words and the one big thing. */
export function GalleryTop() {
  return (
    <>
      <NextCard
        eyebrow="De volgende samenkomst, over 8 dagen"
        when="Dinsdag 1 december om 19.30 uur"
        href="#samenkomst"
        where="Bij Jan thuis. We praten over alleen wonen."
      >
        <MyAnswer icon="check" text="Jij komt.">
          <a href="#toch">Toch niet?</a>
        </MyAnswer>
        <Coming faces={<Faces people={samplePeople.slice(0, 6)} />}>6 mensen komen. Luc weet het nog niet.</Coming>
      </NextCard>
      <Section title="Nog niet geantwoord">
        <MyAnswer icon="question" text="Kom jij ook?" open>
          <Buttons>
            <Button icon="check">Ik kom</Button>
            <Button kind="quiet" icon="cross">
              Ik kom niet
            </Button>
            <Button kind="quiet" icon="question">
              Misschien
            </Button>
          </Buttons>
        </MyAnswer>
      </Section>
      <Section title="Gezichten">
        <Faces people={samplePeople} max={12} />
        <Faces people={samplePeople} max={6} size="s" />
        <div className="coming">
          <Face name="Jan" hue={0} size="xl" />
          <Face name="فاطمة" hue={8} size="l" />
          <Face name="Tom" hue={6} photo="/favicon.svg" />
          <Face name="Noor" hue={5} size="s" />
        </div>
      </Section>
      <Section title="Knoppen" action={{ href: "#alle", label: "Alle samenkomsten" }}>
        <Buttons>
          <Button>Stuur de uitnodiging</Button>
          <Button kind="quiet" icon="pencil">
            Pas dit aan
          </Button>
          <Button kind="lost" icon="cross">
            Wis deze foto
          </Button>
          <LinkButton href="#nieuw" kind="main" icon="plus">
            Maak een verjaardagsuitnodigingskaartenwedstrijd
          </LinkButton>
        </Buttons>
        <p className="coming">
          <Tag>betaald</Tag>
          <Tag kind="press">mandaat</Tag>
          <Tag kind="joy" icon="joy">
            gelukt
          </Tag>
          <Tag kind="good" icon="check">
            komt
          </Tag>
          <Tag kind="lost">te laat</Tag>
        </p>
      </Section>
      <Section title="Berichten">
        <Notice kind="good" title="Je komt.">
          <p>Tot dinsdag 1 december, 19.30 uur, bij Jan thuis.</p>
        </Notice>
        <Notice kind="info">
          <p>
            Mia ziet dit ook. <a href="#waarom">Waarom?</a>
          </p>
        </Notice>
        <Notice kind="joy" title="Gelukt!">
          <p>Jan gaat alleen met de bus naar Tine.</p>
        </Notice>
        <Notice kind="lost" title="De foto is te groot.">
          <p>Kies een foto van minder dan 20 MB.</p>
        </Notice>
        <BothVersions
          title="Mia paste dit ook aan"
          explain="Allebei de teksten staan hier. Kies wat er moet blijven."
          mineLabel="Wat jij schreef"
          theirsLabel="Wat Mia schreef"
          rows={[{ label: "Titel", mine: "Alleen wonen", theirs: "Alleen wonen in Gent" }]}
        >
          <Buttons>
            <Button>Bewaar mijn tekst</Button>
            <Button kind="quiet">Neem de tekst van Mia</Button>
          </Buttons>
        </BothVersions>
      </Section>
      <Section title="Tekens">
        <ul className="key">
          {names.map((name) => (
            <li className="coming" key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
