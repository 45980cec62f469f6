export const holiday = {
  public: {
    newYear: "public holiday: New Year's Day",
    easterMonday: "public holiday: Easter Monday",
    labourDay: "public holiday: Labour Day",
    ascension: "public holiday: Ascension Day",
    whitMonday: "public holiday: Whit Monday",
    nationalDay: "public holiday: National Day",
    assumption: "public holiday: Assumption Day",
    allSaints: "public holiday: All Saints' Day",
    armistice: "public holiday: Armistice Day",
    christmas: "public holiday: Christmas Day",
  },
  school: {
    autumn: "school holiday: autumn",
    christmas: "school holiday: Christmas",
    carnival: "school holiday: carnival",
    easter: "school holiday: Easter",
    ascension: "school holiday: day after Ascension",
    summer: "school holiday: summer",
  },
  birthday: "{{name}}'s birthday",
  schoolUntil: "School holidays after {{day}} are not known yet.",
};
