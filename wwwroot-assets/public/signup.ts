import { visitorId } from "./beacon-ids";
import { sendCode } from "./codes";
import { bringDraftBack, forgetDraft, keepDraft } from "./drafts";
import { showMessage } from "./errors";

/** Posts forms without leaving the page. The answer is the page itself, so that both ways show the same thing. */
export function sendForms(root: ParentNode, enhance: (root: ParentNode) => void): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-signup]")) {
    bringDraftBack(form);
    form.addEventListener("input", () => keepDraft(form));
    form.addEventListener("change", () => keepDraft(form));
    for (const button of form.querySelectorAll<HTMLButtonElement>("button[data-send-code]")) {
      sendCode(form, button);
    }

    form.addEventListener("submit", (submit) => {
      submit.preventDefault();
      if (form.getAttribute("aria-busy") !== "true") {
        void send(form, enhance);
      }
    });
  }
}

/** Takes campaign marks from the address into hidden fields: the page itself is the same for everybody. */
export function fillFromAddress(root: ParentNode): void {
  const query = new URLSearchParams(location.search);
  for (const field of root.querySelectorAll<HTMLInputElement>("input[type=hidden][data-query]")) {
    field.value = (query.get(field.dataset.query ?? "") ?? field.value).slice(0, 200);
  }

  for (const field of root.querySelectorAll<HTMLInputElement>("input[type=hidden][data-visitor]")) {
    field.value = visitorId() ?? "";
  }
}

async function send(form: HTMLFormElement, enhance: (root: ParentNode) => void): Promise<void> {
  form.setAttribute("aria-busy", "true");
  const buttons = [...form.querySelectorAll<HTMLButtonElement>("button:not([data-send-code])")];
  buttons.forEach((button) => button.setAttribute("aria-disabled", "true"));
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { Accept: "text/html" },
      credentials: "same-origin",
    });
    const answered = new DOMParser().parseFromString(await response.text(), "text/html");
    const key = CSS.escape(form.dataset.signup ?? "");
    const done = answered.querySelector<HTMLElement>(`[data-signup-done="${key}"]`);
    const next = done ?? answered.querySelector<HTMLElement>(`form[data-signup="${key}"]`);
    if (!next) {
      showMessage(form, form.dataset.offline ?? "", true);
      return;
    }

    show(form, document.importNode(next, true), done !== null, enhance);
  } catch {
    showMessage(form, form.dataset.offline ?? "", true);
  } finally {
    form.removeAttribute("aria-busy");
    buttons.forEach((button) => button.removeAttribute("aria-disabled"));
  }
}

function show(form: HTMLFormElement, next: HTMLElement, isDone: boolean, enhance: (root: ParentNode) => void): void {
  if (isDone) {
    forgetDraft(form);
  }

  const holder = document.createDocumentFragment();
  holder.append(next);
  form.replaceWith(holder);
  if (next.parentElement) {
    enhance(next.parentElement);
  }

  if (isDone) {
    next.dispatchEvent(new Event("signed-up", { bubbles: true }));
  }

  const focus = next.querySelector<HTMLElement>("[aria-invalid=true]") ?? next;
  if (focus === next) {
    next.tabIndex = -1;
  }

  focus.focus({ preventScroll: true });
  focus.scrollIntoView({ block: "center" });
}
