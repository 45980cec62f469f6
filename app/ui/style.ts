import url from "./kring.css?url";

/** Address of the one stylesheet. */
export const styleUrl: string = url;
