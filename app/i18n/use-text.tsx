import { createContext, type ReactNode, useContext } from "react";
import { type Language, type Say, say } from "./text";

const Spoken = createContext<Language>("nl");

export function TextProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <Spoken.Provider value={language}>{children}</Spoken.Provider>;
}

/** How to say things on this page. */
export function useText(): Say {
  return say(useContext(Spoken));
}

/** The language of this page, for dates and lists. */
export function useLanguage(): Language {
  return useContext(Spoken);
}
