import type { Letter, Written } from "./letter";

interface CircleFacts extends Written {
  /** Whose circle it is. */
  name: string;
  /** To that person. */
  own: boolean;
  href: string;
}

interface ClosedFacts extends CircleFacts {
  by: string;
  /** For whom they did it. */
  forName: string | null;
  /** May be empty. */
  word: string;
  /** Since its central person died. */
  inMemory: boolean;
  /** The reader may go on reading. */
  stays: boolean;
}

/** A circle was closed: to who goes on reading, and to whom it ends for. */
export function circleClosedLetter({ t, language, name, own, href, by, forName, word, inMemory, stays }: ClosedFacts): Letter {
  const subject = inMemory ? t("closing.memory", { name }) : own ? t("closing.mailSubjectOwn") : t("closing.mailSubject", { name });
  const who = forName === null ? by : t("app.byForWithin", { by, for: forName });
  const text = inMemory ? t("closing.mailMemory", { name }) : t("closing.mailText", { by: who });
  return {
    ...{ subject, preview: text, from: t("app.circleOf", { name }), language, title: subject },
    blocks: [
      { kind: "text", text },
      ...(word ? [{ kind: "text" as const, text: t("closing.mailWord", { by: who, text: word }) }] : []),
      { kind: "text", text: t("closing.mailOff") },
      { kind: "text", text: stays ? t("closing.mailStays") : t("closing.mailGoes") },
      { kind: "button", label: stays ? t("steering.mailButton") : t("erasing.mailButton"), href },
    ],
    why: own ? t("erasing.mailWhyOwn") : stays ? t("steering.mailWhy", { name }) : t("closing.mailWhyWas", { name }),
  };
}

/** It was opened again: to who heard that it was closed. */
export function circleReopenedLetter({ t, language, name, own, href }: CircleFacts): Letter {
  const subject = own ? t("closing.againSubjectOwn") : t("closing.againSubject", { name });
  const text = t("closing.againText");
  return {
    ...{ subject, preview: text, from: t("app.circleOf", { name }), language, title: subject },
    blocks: [
      { kind: "text", text },
      { kind: "button", label: t("steering.mailButton"), href },
    ],
    why: own ? t("erasing.mailWhyOwn") : t("steering.mailWhy", { name }),
  };
}
