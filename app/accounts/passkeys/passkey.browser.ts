import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";

// The script of the two pages on which a device is asked for a passkey; it goes to the browser as /passkey.js.
// What it puts in the form is sent as any form is: the server says what became of it.
const press = document.querySelector<HTMLElement>("[data-passkey]");
const form = press?.closest("form");
const otherwise = document.querySelector<HTMLElement>("[data-passkey-otherwise]");
const status = document.querySelector<HTMLElement>("[data-passkey-status]");

if (press && form && browserSupportsWebAuthn()) {
  press.hidden = false;
  if (otherwise) otherwise.hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form, press.dataset).catch((error: Error) => {
      if (status) status.textContent = press.dataset[error.name === "InvalidStateError" ? "already" : "failed"] ?? "";
    });
  });
}

async function ask(form: HTMLFormElement, { passkey: how, ask: address = "" }: DOMStringMap): Promise<void> {
  if (status) status.textContent = "";
  const asked = await fetch(address, { method: "POST", body: new URLSearchParams() });
  if (!asked.ok || !asked.headers.get("content-type")?.includes("json")) throw new Error("nothing to sign");
  const optionsJSON = await asked.json();
  const credential = how === "make" ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON });
  const field = form.elements.namedItem("credential");
  if (field instanceof HTMLInputElement) field.value = JSON.stringify(credential);
  form.submit();
}
