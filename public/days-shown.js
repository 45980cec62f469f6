/* Shows the days of what is chosen again at every choice, as the button does without this. */
const days = document.getElementById("days-live");
const form = days?.closest("form");
const button = document.getElementById("days-show");
let asked;
let waiting;

async function show() {
  asked?.abort();
  asked = new AbortController();
  const typed = new FormData(form);
  typed.set(button.name, button.value);
  try {
    const answer = await fetch(location.pathname, { method: "POST", body: new URLSearchParams(typed), signal: asked.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("days-live");
    if (!fresh) throw new Error("no days");
    days.replaceChildren(...fresh.childNodes);
    // While it is there to send, Enter in a field would press it and not save.
    button.type = "button";
    button.hidden = true;
  } catch (error) {
    if (error.name === "AbortError") return;
    button.type = "submit";
    button.hidden = false;
  }
}

if (form && button) {
  form.addEventListener("input", ({ target }) => {
    if (target.name === "place" || target.name === "about") return;
    clearTimeout(waiting);
    waiting = setTimeout(show, 250);
  });
  // A page that was left and come back to holds what was typed, beside the days of before.
  show();
}
