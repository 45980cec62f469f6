export const gatherings = {};
