import { along } from "./along";
import { app } from "./app";
import { card } from "./card";
import { circle } from "./circle";
import { clock } from "./clock";
import { closing } from "./closing";
import { device } from "./device";
import { digest } from "./digest";
import { erasing } from "./erasing";
import { error } from "./error";
import { feed } from "./feed";
import { gatheringMails } from "./gathering-mails";
import { gatherings } from "./gatherings";
import { holiday } from "./holiday";
import { home } from "./home";
import { joining } from "./joining";
import { lettingKnow } from "./letting-know";
import { mail } from "./mail";
import { notes } from "./notes";
import { organisation } from "./organisation";
import { passkey } from "./passkey";
import { plan } from "./plan";
import { polls } from "./polls";
import { promise } from "./promise";
import { refusal } from "./refusal";
import { reminder } from "./reminder";
import { said } from "./said";
import { series } from "./series";
import { signIn } from "./sign-in";
import { steering } from "./steering";
import { story } from "./story";
import { support } from "./support";
import { system } from "./system";
import { takeAlong } from "./take-along";
import { undated } from "./undated";
import { welcome } from "./welcome";
import { zone } from "./zone";

/** All texts in Dutch, the source. One file for each place; see test/words for the rules they keep. */
export const nl = {
  along,
  app,
  card,
  circle,
  clock,
  closing,
  device,
  digest,
  erasing,
  error,
  feed,
  gatherings: { ...gatherings, ...lettingKnow, ...series, ...gatheringMails },
  holiday,
  home,
  joining,
  mail,
  notes,
  organisation,
  passkey,
  plan,
  polls,
  promise,
  refusal,
  reminder,
  said,
  signIn,
  steering,
  story,
  support,
  system,
  takeAlong,
  undated,
  welcome,
  zone,
};
