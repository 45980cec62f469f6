import { useText } from "~/i18n/use-text";
import type { Along as Lists } from "../along.server";
import { WhoBrings } from "./who-brings";
import { WhoRides } from "./who-rides";

/** Who rides with whom and who brings what. Once it has begun, it is read as it was. @param page address of the gathering */
export function Along({ along, page }: { along: Lists; page: string }) {
  const t = useText();
  return (
    <>
      {along.old && <p className="soft">{t("along.old")}</p>}
      <WhoRides along={along} page={page} />
      <WhoBrings along={along} page={page} />
    </>
  );
}
