import type { Composers } from "~/mail/composing.server";
import { signInLetter } from "../../emails/sign-in";
import { linkStillGood } from "./signing-in.server";

/** The mails about accounts. A code that is used or too old by the time it would leave is not sent any more. */
export const accountMails: Pick<Composers, "signIn"> = {
  signIn: ({ data, toName, t, language, now, link }) =>
    linkStillGood(data.token, now)
      ? signInLetter({ t, language, name: toName, code: data.code, href: link(`/sign-in/link/${data.token}`), minutes: data.minutes })
      : null,
};
