import { longMoment } from "~/i18n/dates";
import type { Composers, Due } from "~/mail/composing.server";
import { dayOf, localOf } from "~/platform/wall-clock";
import { newDeviceLetter, newPasskeyLetter } from "../../emails/new-device";
import { signInLetter } from "../../emails/sign-in";
import { deviceOf } from "./device";
import { deviceInWords } from "./device-in-words";
import { linkStillGood } from "./signing-in.server";

/** An account is of no group: its mails say hours on the clock of most of them. */
const home = "Europe/Brussels";

/** The mails about accounts. A code that is used or too old by the time it would leave is not sent any more. */
export const accountMails: Pick<Composers, "signIn" | "newDevice" | "newPasskey"> = {
  signIn: ({ data, toName, t, language, now, link }) =>
    linkStillGood(data.token, now)
      ? signInLetter({ t, language, name: toName, code: data.code, href: link(`/sign-in/link/${data.token}`), minutes: data.minutes })
      : null,
  newDevice: (due) => newDeviceLetter({ ...deviceFacts(due), href: due.link("/me/devices") }),
  newPasskey: (due) => newPasskeyLetter({ ...deviceFacts(due), href: due.link("/me/passkeys") }),
};

/** Which device it was, and when, in words. */
function deviceFacts({ data, toName: name, t, language }: Due<"newDevice" | "newPasskey">) {
  const when = t("app.inBrussels", { when: longMoment(localOf(data.at, home), language, t, dayOf(data.at, home)) });
  return { t, language, name, device: deviceInWords(t, deviceOf(data.device)), when };
}
