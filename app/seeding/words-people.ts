/** First names as one hears them in Flanders today. All people are invented. */
export const women = [
  ...["Fatima", "Noor", "Lien", "Greet", "Els", "Marleen", "Hannelore", "Yasmina", "Sofie", "Katrien", "Aïcha", "Lotte", "Ingrid", "Nele"],
  ...["Rosa", "Samira", "Veerle", "Ilse", "Zeynep", "Martine", "Hilde", "Amina", "Sara", "Joke", "Godelieve", "Elif", "Femke", "Anke"],
  ...["Linda", "Malika", "Tine", "Rachida", "Bieke", "Magda", "Emma", "Dorien", "Nadia", "Kaat", "Lutgart", "Mieke", "Imane", "Silke"],
  ...[
    "Annelies",
    "Chantal",
    "Oksana",
    "Leen",
    "Naima",
    "Paula",
    "Jolien",
    "Mariam",
    "Christiane",
    "Eva",
    "Halima",
    "Griet",
    "Nina",
    "Agnes",
  ],
];

export const men = [
  ...["Yusuf", "Tom", "Luc", "Wim", "Pieter", "Bilal", "Jef", "Karel", "Mehmet", "Stijn", "Omar", "Bart", "Dirk", "Karim"],
  ...["Jonas", "Willy", "Koen", "Mohamed", "Rik", "Sander", "Ali", "Geert", "Jos", "Hamza", "Kobe", "Marc", "Emre", "Filip"],
  ...["Seppe", "Guido", "Ibrahim", "Joris", "Danny", "Rachid", "Lander", "Piet", "Ahmed", "Bram", "Etienne", "Nabil", "Wout", "Herman"],
  ...["Said", "Matthias", "Frans", "Anton", "Kamal", "Dries", "Roger", "Idris", "Thijs", "Walter", "Ward", "Amir", "Staf", "Simon"],
];

export const relations = {
  women: {
    heart: ["mama", "zus", "tante", "oma", "nicht", "meter"],
    friends: ["vriendin van school", "collega", "vriendin van het koor", "vroegere buurvrouw", "vriendin van de kookles", "kotgenote"],
    joining: ["buurvrouw", "van de turnclub", "van de bibliotheek", "van de parochie", "van de wandelclub", "van het repaircafé"],
  },
  men: {
    heart: ["papa", "broer", "nonkel", "opa", "neef", "peter"],
    friends: ["vriend van school", "collega", "vriend van de voetbal", "vroegere buurman", "oud-leraar", "vriend van de fanfare"],
    joining: ["buurman", "van de fietsclub", "van de volkstuin", "van de schaakclub", "van de wandelclub", "van het repaircafé"],
  },
} as const;

export const functions = ["woonbegeleider", "jobcoach", "maatschappelijk werker", "thuisbegeleider", "ergotherapeut", "gezinshelper"];
export const services = ["Dienst De Brug", "Thuishulp Linde", "Dienst Op Stap", "Zorg in de Buurt", "Werkpunt Noord", "Thuiszorg De Ark"];
