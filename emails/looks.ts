import type { CSSProperties } from "react";
import { colourOf } from "../app/ui/css/tokens";

/** The colours of the pages, as mail programs know them: they read no custom properties. */
function coloursIn(scheme: "light" | "dark") {
  const colour = (name: string) => colourOf(name, scheme);
  return {
    paper: colour("paper"),
    card: colour("card"),
    line: colour("line"),
    ink: colour("ink"),
    soft: colour("soft"),
    press: colour("press"),
    onPress: colour("on-press"),
    tint: colour("press-soft"),
    joy: colour("joy"),
  };
}
const light = coloursIn("light");
const dark = coloursIn("dark");

const fonts = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const words: CSSProperties = { fontFamily: fonts, fontSize: "18px", lineHeight: "1.55", color: light.ink, overflowWrap: "anywhere" };
const pill: CSSProperties = {
  fontFamily: fonts,
  fontSize: "18px",
  fontWeight: 600,
  padding: "15px 28px",
  borderRadius: "28px",
  border: `2px solid ${light.press}`,
  textAlign: "center",
};

/** Every thing in a mail, as it looks where the style sheet below is not read. */
export const looks = {
  paper: { backgroundColor: light.paper, margin: 0, padding: "24px 12px 40px" },
  column: { maxWidth: "612px" },
  sender: { ...words, fontWeight: 600, margin: "0 0 14px", padding: "0 4px" },
  ring: { display: "inline-block", width: "10px", height: "10px", borderRadius: "50%", border: `4px solid ${light.press}` },
  heart: { backgroundColor: light.joy, verticalAlign: "-3px", marginRight: "10px" },
  card: { backgroundColor: light.card, border: `1px solid ${light.line}`, borderRadius: "20px" },
  cell: { padding: "30px 32px 18px" },
  title: { ...words, fontSize: "28px", lineHeight: "1.25", fontWeight: 700, margin: "0 0 20px" },
  text: { ...words, margin: "0 0 18px" },
  label: { ...words, fontSize: "16px", color: light.soft, margin: 0 },
  fact: { ...words, fontSize: "20px", lineHeight: "1.4", fontWeight: 600, margin: "0 0 18px" },
  list: { ...words, margin: "0 0 18px", paddingLeft: "24px" },
  item: { ...words, margin: "0 0 6px" },
  buttons: { margin: "6px 0 22px" },
  choices: { margin: "6px 0 12px" },
  main: { ...pill, backgroundColor: light.press, color: light.onPress },
  equal: { ...pill, backgroundColor: light.card, color: light.press, margin: "0 10px 10px 0" },
  code: {
    ...words,
    display: "inline-block",
    fontSize: "34px",
    lineHeight: "1.2",
    fontWeight: 700,
    letterSpacing: "0.16em",
    margin: "0 0 22px",
    padding: "12px 16px 12px 22px",
    borderRadius: "16px",
    backgroundColor: light.tint,
  },
  quiet: { ...words, fontSize: "16px", color: light.soft, margin: "0 0 14px" },
  foot: { ...words, fontSize: "15px", color: light.soft, margin: "16px 0 0", padding: "0 4px" },
  link: { color: light.press, textDecoration: "underline", display: "inline-block", padding: "10px 0" },
} satisfies Record<string, CSSProperties>;

/** For programs that read a style sheet: the dark scheme, and buttons as wide as a phone. Without > or quotes, which would be escaped. */
export const sheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){
.cell{padding:24px 20px 10px !important}
.title{font-size:25px !important}
.pill{display:block !important;margin-right:0 !important}
}
@media (prefers-color-scheme:dark){
.paper{background-color:${dark.paper} !important}
.paper td{background-color:transparent !important}
.card{background-color:${dark.card} !important;border-color:${dark.line} !important}
.ink{color:${dark.ink} !important}
.soft{color:${dark.soft} !important}
.ring{border-color:${dark.press} !important}
.heart{background-color:${dark.joy} !important}
.main{background-color:${dark.press} !important;border-color:${dark.press} !important;color:${dark.onPress} !important}
.equal{background-color:${dark.card} !important;border-color:${dark.press} !important;color:${dark.press} !important}
.code{background-color:${dark.tint} !important}
.link{color:${dark.press} !important}
}`;
