export const system = {
  notFound: "This page isn't here",
  notFoundLead: "Perhaps the address is not right. Or the page is not for you.",
  notYours: "You can't do that here",
  broken: "Something went wrong",
  brokenLead: "This is our fault, not yours. Nothing was changed. Try again in a while.",
  toMyCircles: "To my circles",
  notNow: "This doesn't work now",
};
