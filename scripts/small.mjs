// How the server is started so that it stays small: for whoever starts it (npm start, npm run bench).

/** Collects sooner, when half as much again is in use and not twice to four times as much; keeps less aside for what is new. */
export const flags = ["--heap-growing-percent=50", "--max-semi-space-size=8"];

/**
 * What its threads let go is given back to the system (glibc): else what compiling takes for a moment stays taken. Above
 * the size of a page: with the smaller thresholds each page of more than 128 kB was asked of the system and given back.
 */
export const small = { MALLOC_TRIM_THRESHOLD_: "1048576", MALLOC_MMAP_THRESHOLD_: "1048576" };
