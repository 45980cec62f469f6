import { KringForm, useFields } from "~/forms/form";
import type { Returned } from "~/forms/submitting.server";
import { useText } from "~/i18n/use-text";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { Notice } from "~/ui/notice";
import { PlainPage, QuestionPage } from "~/ui/plain-page";
import { Press } from "~/ui/press";
import { TextField } from "~/ui/text-field";
import type { Invited } from "../invitations.server";

/** An invitation as its page shows it. */
export interface Shown extends Pick<Invited, "groupId" | "name" | "own" | "state" | "way"> {
  /** Who asks: "Jan", or "Rita, voor Jan". */
  by: string;
  central: { name: string; hue: number; photo: string | null };
  /** Last day to answer, in words. */
  until: string;
  /** Who is signed in on this browser, if anybody. */
  signedIn: { theirs: boolean; name: string } | null;
}

interface OpenProps {
  token: string;
  title: string;
  invited: Shown;
  returned: Returned | undefined;
}

/** One question: do you join? */
export function InvitationOpen({ token, title, invited, returned }: OpenProps) {
  const t = useText();
  const { central, by, own, name, signedIn, until } = invited;
  const what = own ? t("circle.whatOwn") : t("circle.what", { name: central.name });
  const who = { ...central, label: t("app.circleOf", { name: central.name }), sub: t("circle.askedBy", { by }) };
  if (signedIn && !signedIn.theirs)
    return (
      <QuestionPage who={who} title={title}>
        <Notice kind="info" title={t("circle.otherSignedIn", { name: signedIn.name, other: name })}>
          <p>{t("circle.otherSignedInLead", { other: name })}</p>
        </Notice>
        <Press to="/sign-out">{t("welcome.signOut")}</Press>
      </QuestionPage>
    );
  return (
    <QuestionPage
      who={who}
      title={title}
      lines={[what, t("circle.privacy"), t("circle.mailNoStrings")]}
      foot={<p>{t("circle.until", { day: until })}</p>}
    >
      <Yes invited={invited} returned={returned} />
      <Press to={`/i/${token}/no`}>{t("circle.no")}</Press>
      {!own && (
        <form method="post" action={`/i/${token}/unknown`}>
          <button type="submit" className="link">
            {t("circle.notKnown")}
          </button>
        </form>
      )}
    </QuestionPage>
  );
}

/** One press; who holds a paper and is nobody yet says their address first. */
function Yes({ invited: { own, name, way, signedIn }, returned }: Pick<OpenProps, "invited" | "returned">) {
  const t = useText();
  const { field } = useFields(returned);
  const paper = way === "paper";
  return (
    <KringForm returned={returned}>
      {paper && !signedIn && (
        <TextField {...field("mail")} label={t("circle.myMail")} hint={t("circle.myMailHint")} type="email" autoComplete="email" required />
      )}
      {paper && signedIn && <p>{t("circle.signedInAs", { name: signedIn.name })}</p>}
      <Buttons>
        <Button>{paper && signedIn ? t("circle.yesAs", { name }) : own ? t("circle.yesOwn") : t("circle.yes")}</Button>
      </Buttons>
    </KringForm>
  );
}

/** A link that can't be answered any more, or never was one: what to do instead. */
export function InvitationOver({ title, invited, returned }: Pick<OpenProps, "title" | "returned"> & { invited: Shown | null }) {
  const t = useText();
  const leadOf = () => {
    if (!invited) return t("circle.unknownLead");
    if (invited.state === "used") return invited.own ? t("circle.usedLeadOwn") : t("circle.usedLead", { name: invited.central.name });
    return invited.state === "expired" ? t("circle.expiredLead", { by: invited.by }) : t("circle.withdrawnLead", { by: invited.by });
  };
  const refused = invited?.state !== "used" && returned?.errors[0]?.words;
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={invited?.state === "used" && invited.signedIn?.theirs ? undefined : leadOf()} />
      {refused && <Notice kind="info">{t(refused.key, refused.values)}</Notice>}
      <Buttons>
        {invited?.state === "used" ? (
          <LinkButton kind="main" href={invited.signedIn?.theirs ? `/g/${invited.groupId}` : `/sign-in?next=/g/${invited.groupId}`}>
            {invited.signedIn?.theirs ? t("circle.toCircle") : t("circle.usedSignIn")}
          </LinkButton>
        ) : (
          <LinkButton href="/">{t("circle.toWelcome")}</LinkButton>
        )}
      </Buttons>
    </PlainPage>
  );
}
