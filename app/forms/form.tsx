import type { ReactNode } from "react";
import { ulid } from "ulid";
import type { TextKey } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { BothVersions } from "~/ui/both-versions";
import { ErrorSummary } from "~/ui/error-summary";
import type { Returned } from "./submitting.server";
import { wrongInWords } from "./wrong-in-words";

/** A field as its component wants it: its name, what stands in it, and what is wrong with it. */
export interface Filled {
  name: string;
  value: string;
  error?: string;
}

/**
 * What to put in a form's fields: what was typed if the form came back, else what stands there now.
 * @param returned what the action gave back, if it did
 * @param now what the fields hold when nothing was typed yet
 */
export function useFields(returned: Returned | undefined, now: Record<string, string | string[]> = {}) {
  const t = useText();
  const error = (name: string) => {
    const found = returned?.errors.find((one) => one.field === name);
    return found && wrongInWords(t, found);
  };
  const list = (name: string): string[] => {
    const value = returned ? returned.typed[name] : now[name];
    return value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];
  };
  const field = (name: string): Filled => ({ name, value: list(name)[0] ?? "", error: error(name) });
  return { field, list, error };
}

interface KringFormProps {
  returned?: Returned | undefined;
  children: ReactNode;
  /** Where to post to; the page itself when left out. */
  action?: string;
  /** Version of what is changed, when it is. */
  version?: number;
  /** For the summary of both versions, when somebody else saved first: the label of each field. */
  labels?: Record<string, TextKey>;
  /** There too: a field's value in words, where it isn't words itself (a day, a choice, people). */
  inWords?: (field: string, value: string) => string;
  /** It sends a file too. */
  files?: boolean;
  className?: string;
}

/** An ordinary HTML form of Kring: it works without script, keeps what was typed, says what is wrong, and can be sent twice without harm. */
export function KringForm({
  returned,
  children,
  action,
  version,
  labels = {},
  inWords = (_, value) => value,
  files = false,
  className = "form stack",
}: KringFormProps) {
  const t = useText();
  const overtaken = returned?.overtaken;
  // A form that came back keeps the version it was written over, or somebody else's words would be lost unseen.
  const shownBefore = returned && typeof returned.typed.version === "string" ? returned.typed.version : undefined;
  return (
    <>
      {returned && returned.errors.length > 0 && (
        <ErrorSummary
          title={t("error.summary")}
          errors={returned.errors.map((error) => ({ field: error.field, text: wrongInWords(t, error) }))}
          kept={somethingTyped(returned) ? t("error.kept") : undefined}
        />
      )}
      {overtaken && (
        <BothVersions
          title={t("error.overtaken")}
          explain={t("error.overtakenLead")}
          mineLabel={t("error.yours")}
          theirsLabel={t("error.theirs")}
          rows={Object.entries(overtaken.theirs).map(([name, theirs]) => ({
            label: labels[name] ? t(labels[name]) : name,
            mine: inWords(name, String(returned.typed[name] ?? "")),
            theirs: inWords(name, theirs),
          }))}
        />
      )}
      <form method="post" action={action} encType={files ? "multipart/form-data" : undefined} className={className} noValidate>
        <input type="hidden" name="formKey" value={ulid()} />
        {version !== undefined && <input type="hidden" name="version" value={overtaken?.version ?? shownBefore ?? version} />}
        {children}
      </form>
    </>
  );
}

/** What a form sends by itself, whether or not anybody touched it. */
const sentAnyway = new Set(["formKey", "version", "next", "zone", "audience", "wordAsked", "credential", "wish", "series", "sure"]);

function somethingTyped({ typed }: Returned): boolean {
  return Object.entries(typed).some(([name, value]) => !sentAnyway.has(name) && [value].flat().some((one) => one.trim() !== ""));
}
