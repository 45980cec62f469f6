export const holiday = {
  public: {
    newYear: "feestdag: Nieuwjaar",
    easterMonday: "feestdag: Paasmaandag",
    labourDay: "feestdag: Dag van de Arbeid",
    ascension: "feestdag: Hemelvaart",
    whitMonday: "feestdag: Pinkstermaandag",
    nationalDay: "nationale feestdag",
    assumption: "feestdag: Maria-Hemelvaart",
    allSaints: "feestdag: Allerheiligen",
    armistice: "feestdag: Wapenstilstand",
    christmas: "feestdag: Kerstmis",
  },
  school: {
    autumn: "herfstvakantie",
    christmas: "kerstvakantie",
    carnival: "krokusvakantie",
    easter: "paasvakantie",
    ascension: "brugdag na Hemelvaart",
    summer: "zomervakantie",
  },
  birthday: "verjaardag van {{name}}",
  schoolUntil: "De schoolvakanties na {{day}} zijn nog niet bekend.",
};
