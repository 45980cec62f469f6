import type { Letter } from "./letter";

/** Whether mails of this Kring arrive; for who runs it, in the language of their commands. */
export function testLetter(appUrl: string): Letter {
  return {
    subject: "Kring: a test",
    preview: "Mails of this Kring arrive.",
    from: "Kring",
    language: "en",
    title: "Mails of this Kring arrive",
    blocks: [
      { kind: "text", text: `The Kring at ${appUrl} sent this.` },
      { kind: "text", text: "Look at its headers: Authentication-Results should say spf=pass, dkim=pass and dmarc=pass." },
    ],
    why: "You get this email because who runs that Kring asked for a test.",
  };
}
