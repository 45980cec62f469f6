import { Button } from "./button";
import { ChoiceField } from "./choice-field";
import { DateField, TimeField } from "./date-field";
import { ErrorSummary } from "./error-summary";
import { FileField } from "./file-field";
import { samplePeople } from "./gallery-cast";
import { Section } from "./headings";
import { PeopleField } from "./people-field";
import { SelectField } from "./select-field";
import { InInput, InSelect, SentenceForm } from "./sentence-form";
import { TextArea, TextField } from "./text-field";
import { TickField } from "./tick-field";
import { TicksField } from "./ticks-field";

const answers = [
  { value: "yes", label: "Ja, ik kom", icon: "check" },
  { value: "no", label: "Nee, ik kom niet", icon: "cross" },
  { value: "maybe", label: "Ik weet het nog niet", icon: "question" },
] as const;

/** Every field: empty, filled, with a hint, with an error. */
export function GalleryFields() {
  return (
    <Section title="Een formulier">
      <form className="form" method="post" noValidate>
        <ErrorSummary
          title="Twee dingen kloppen nog niet"
          kept="Wat je schreef, staat er nog."
          errors={[
            { field: "date", text: "Die datum is al voorbij. Kies een dag vanaf vandaag." },
            { field: "who", text: "Kies wie dit doet." },
          ]}
        />
        <TextField
          name="what"
          label="Wat gaan we doen?"
          hint="Bijvoorbeeld: samen naar het asiel in Gent"
          value="De VDAB bellen"
          required
        />
        <TextField name="arabic" label="Naam" value="فاطمة الزهراء" optionalWord="hoeft niet" autoComplete="name" />
        <TextField
          name="code"
          label="De zes cijfers"
          hint="Ze staan in de mail."
          inputMode="numeric"
          autoComplete="one-time-code"
          width="code"
          dir="ltr"
        />
        <TextArea name="note" label="Wil je er iets bij zeggen?" optionalWord="hoeft niet" />
        <DateField name="date" label="Tegen wanneer?" value="2026-11-01" error="Die datum is al voorbij. Kies een dag vanaf vandaag." />
        <TimeField name="time" label="Om hoe laat?" value="19:30" hint="Uur in België" />
        <SelectField
          name="domain"
          label="Waar gaat het over?"
          emptyLabel="Kies er één"
          options={[
            { value: "home", label: "Wonen" },
            { value: "work", label: "Werk en leren" },
          ]}
        />
        <FileField name="photo" label="Foto" hint="Een foto van jullie samen." accept="image/*" optionalWord="hoeft niet" />
        <ChoiceField name="answer" legend="Kom je?" options={[...answers]} value="yes" size="big" />
        <ChoiceField
          name="audience"
          legend="Wie mag dit zien?"
          value="network"
          options={[
            { value: "me", label: "Alleen ik" },
            { value: "network", label: "Mijn kring", hint: "Iedereen, zonder de beroepskrachten" },
            { value: "everyone", label: "Iedereen" },
          ]}
        />
        <PeopleField
          name="who"
          legend="Wie doet dit?"
          hint="Je kunt meer mensen kiezen."
          error="Kies wie dit doet."
          people={samplePeople.slice(0, 8)}
          value={["tom"]}
          many
        />
        <PeopleField name="one" legend="Bij wie thuis?" people={samplePeople.slice(0, 3)} value="" nobody="Nog niet gekozen" />
        <TicksField
          name="mails"
          legend="Welke mails wil je?"
          value={["a"]}
          options={[
            { value: "a", label: "Als er een samenkomst komt", hint: "Een week op voorhand" },
            { value: "b", label: "Het verslag" },
          ]}
        />
        <TickField name="agree" label="Jan weet dat ik dit schrijf" hint="Hij ziet wie het schreef." />
        <SentenceForm>
          Elke{" "}
          <InSelect
            name="nth"
            label="Welke week"
            options={["eerste", "tweede", "laatste"].map((w) => ({ value: w, label: w }))}
            value="eerste"
          />{" "}
          <InSelect name="day" label="Dag" options={["maandag", "dinsdag"].map((w) => ({ value: w, label: w }))} value="dinsdag" /> van de
          maand om <InInput name="at" label="Uur" type="time" value="19:30" />
        </SentenceForm>
        <Button>Bewaar de afspraak</Button>
      </form>
    </Section>
  );
}
