import url from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";

/** Address of the latin font file, to preload. The same file as in font.css. */
export const fontUrl: string = url;
