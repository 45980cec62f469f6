export const error = {
  summary: "Something isn't right yet",
  kept: "What you typed is still there.",
  tooLong: "This is too long. {{max}} characters fit.",
  mailWrong: "This is not a mail address. A mail address looks like this: fatima@example.org.",
  dayWrong: "This day does not exist. Choose a day, such as 1-12-2026.",
  timeWrong: "This time is not right. Write a time such as 19:30.",
  zoneWrong: "We don't know this time zone. Choose one from the list.",
  choose: "Choose one.",
  overtaken: "Somebody was ahead of you",
  overtakenLead: "While you were writing, somebody else saved something. Nothing is lost. See what you want to keep.",
  yours: "What you wrote",
  theirs: "What stands there now",
};
