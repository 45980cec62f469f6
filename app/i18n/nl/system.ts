export const system = {
  notFound: "Deze pagina is er niet",
  notFoundLead: "Misschien klopt het adres niet. Of de pagina is niet voor jou.",
  notYours: "Dit kan je hier niet doen",
  broken: "Er is iets misgegaan",
  brokenLead: "Dit is onze fout, niet de jouwe. Er is niets veranderd. Probeer het straks opnieuw.",
  toMyCircles: "Naar mijn kringen",
  notNow: "Dit lukt nu niet",
};
