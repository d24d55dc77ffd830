/** Puts each message beside its field, and the focus into the first field that has one. */
export function showErrors(form: HTMLFormElement, errors: Record<string, string>): void {
  let first: HTMLElement | undefined;
  for (const place of form.querySelectorAll<HTMLElement>("[data-error-for]")) {
    const name = place.dataset.errorFor ?? "";
    const message = errors[name] ?? "";
    place.textContent = message;
    const field = form.elements.namedItem(name);
    const one = field instanceof RadioNodeList ? field[0] : field;
    if (one instanceof HTMLElement) {
      one.toggleAttribute("aria-invalid", false);
      if (message) {
        one.setAttribute("aria-invalid", "true");
        first ??= one;
      }
    }
  }

  first?.focus();
}

export function showMessage(form: HTMLFormElement, message: string, isError: boolean): void {
  const place = form.querySelector<HTMLElement>("[data-form-message]");
  if (place) {
    place.textContent = message;
    place.classList.toggle("pg-form__message--error", isError);
  }
}
