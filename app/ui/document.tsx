import type { ReactNode } from "react";

interface DocumentProps {
  language: "nl" | "en";
  /** What this page has in its head besides what every page has. */
  head: ReactNode;
  children: ReactNode;
}

/** The document around every page, in the language that it is read in. Search engines are asked to leave it alone. */
export function Document({ language, head, children }: DocumentProps) {
  return (
    <html lang={language === "nl" ? "nl-BE" : "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        {head}
      </head>
      <body>{children}</body>
    </html>
  );
}
