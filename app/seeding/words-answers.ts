/** What people add to a yes. */
export const yesWords = [
  "Ik breng taart mee.",
  "Ik ben er een kwartier later.",
  "Leuk, tot dan.",
  "Ik neem de trein van zes uur.",
  "Wie rijdt er met mij mee?",
  "Ik kijk ernaar uit.",
  "Ik breng de foto's mee.",
  "Ik kom met de fiets.",
  "Ik moet wel om negen uur weg.",
  "Ik maak een slaatje.",
  "Mag mijn dochter mee?",
  "Ik zorg voor koffie.",
];

/** What people add when they don't come, or don't know. */
export const reasons = [
  "Ik moet werken.",
  "Ik ben ziek, jammer.",
  "Wij zijn dan op reis.",
  "Ik vind geen oppas.",
  "Het is het feest van mijn kleinkind.",
  "Ik heb les die avond.",
  "Volgende keer ben ik er weer.",
  "Ik bel je morgen, dan hoor ik alles.",
  "Mijn auto staat in de garage.",
  "Ik zit met een verkoudheid.",
  "Het is druk op het werk.",
  "Ik heb repetitie van het koor.",
];
