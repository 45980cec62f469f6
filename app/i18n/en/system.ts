export const system = {
  notFound: "This page isn't here",
  notFoundLead: "Perhaps the address is not right. Or the page is not for you.",
  notYours: "That is not yours to do",
  broken: "Something went wrong",
  brokenLead: "This is our fault, not yours. Nothing was changed. Try again in a while.",
  toMyCircles: "To my circles",
};
