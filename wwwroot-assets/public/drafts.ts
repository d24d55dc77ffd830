// Typed words survive a reload, in this tab alone. Codes and hidden fields are never kept.
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Draft = Record<string, string[]>;

function isKept(field: Element): field is Field {
  return (
    (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) &&
    field.name !== "" &&
    field.autocomplete !== "one-time-code" &&
    !["hidden", "password", "file", "submit", "button"].includes(field.type)
  );
}

function isTicked(field: Field): boolean {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

function keyOf(form: HTMLFormElement): string {
  return `draft:${location.pathname}:${form.dataset.signup ?? ""}`;
}

export function keepDraft(form: HTMLFormElement): void {
  const draft: Draft = {};
  for (const field of [...form.elements].filter(isKept)) {
    const values = (draft[field.name] ??= []);
    if (!isTicked(field) || (field as HTMLInputElement).checked) {
      values.push(field.value);
    }
  }

  try {
    sessionStorage.setItem(keyOf(form), JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: the form works without it.
  }
}

export function bringDraftBack(form: HTMLFormElement): void {
  const draft = read(form);
  for (const field of [...form.elements].filter(isKept)) {
    const values = draft[field.name];
    if (!values) {
      continue;
    }

    if (isTicked(field)) {
      (field as HTMLInputElement).checked = values.includes(field.value);
    } else if (field.value === "" && values[0]) {
      // What the server wrote back stands above what was kept here.
      field.value = values[0];
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

export function forgetDraft(form: HTMLFormElement): void {
  try {
    sessionStorage.removeItem(keyOf(form));
  } catch {
    // As above.
  }
}

function read(form: HTMLFormElement): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "{}") as Draft;
  } catch {
    return {};
  }
}
