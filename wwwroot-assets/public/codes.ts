import { showErrors, showMessage } from "./errors";

interface CodeAnswer {
  ok: boolean;
  seconds?: number;
  message?: string;
  errors?: Record<string, string>;
}

/** Sends a phone code without leaving the page, and counts down until the next one may be asked for. */
export function sendCode(form: HTMLFormElement, button: HTMLButtonElement): void {
  button.addEventListener("click", (click) => {
    click.preventDefault();
    if (button.getAttribute("aria-disabled") !== "true") {
      void ask(form, button);
    }
  });
}

async function ask(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  button.setAttribute("aria-disabled", "true");
  showErrors(form, {});
  let answer: CodeAnswer;
  try {
    const response = await fetch(button.formAction, {
      method: "POST",
      body: new FormData(form),
      headers: { Accept: "application/json" },
      credentials: "same-origin",
    });
    answer = (await response.json()) as CodeAnswer;
  } catch {
    answer = { ok: false, message: form.dataset.offline };
  }

  showErrors(form, answer.errors ?? {});
  showMessage(form, answer.message ?? "", !answer.ok);
  if (answer.ok) {
    form.querySelector<HTMLInputElement>("input[autocomplete='one-time-code']")?.focus();
  }

  wait(button, answer.seconds ?? 0);
}

function wait(button: HTMLButtonElement, seconds: number): void {
  const words = button.dataset.words ?? (button.dataset.words = button.textContent ?? "");
  const until = Date.now() + seconds * 1000;
  const tick = (): void => {
    const left = Math.ceil((until - Date.now()) / 1000);
    if (left <= 0) {
      button.textContent = words;
      button.removeAttribute("aria-disabled");
      return;
    }

    button.textContent = (button.dataset.wait ?? "{0} s").replace("{0}", String(left));
    setTimeout(tick, 250);
  };
  tick();
}
