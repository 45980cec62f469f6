export const system = {
  notFound: "Deze pagina is er niet",
  notFoundLead: "Misschien klopt het adres niet. Of de pagina is niet voor jou.",
  notYours: "Dat is niet aan jou",
  broken: "Er ging iets mis",
  brokenLead: "Dit is onze fout, niet de jouwe. Er is niets veranderd. Probeer het straks opnieuw.",
  toMyCircles: "Naar mijn kringen",
};
