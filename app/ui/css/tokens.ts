import tokens from "./tokens.css?raw";

/** A colour of the pages by its name, for what reads no custom properties: mails, and what is taken along. @throws for a name that there is none of */
export function colourOf(name: string, scheme: "light" | "dark"): string {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens)?.[scheme === "light" ? 1 : 2];
  if (!found) throw new Error(`no colour of that name: ${name}`);
  return found;
}
