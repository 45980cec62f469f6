import { config } from "~/platform/config.server";
import { derivedToken } from "~/platform/secrets.server";

/**
 * What stands in the address at which one member's answers are taken in (`kring+…@kring.example`). Who holds it may answer as
 * them, as with the link in the same mail. It is derived, so that the address of a gathering's organizer stays the same in
 * every mail, and only its hash is stored (MailLink).
 * @returns null where no mails are taken in
 */
export function answerMark(memberId: string): string | null {
  const { mailReplyTo, mailInboundSecret } = config();
  return mailReplyTo && mailInboundSecret ? derivedToken(mailInboundSecret, `answers of ${memberId}`) : null;
}

/** That address. @returns null likewise */
export function answerAddress(memberId: string): string | null {
  const mark = answerMark(memberId);
  return mark && (config().mailReplyTo?.replace("@", `+${mark}@`) ?? null);
}
