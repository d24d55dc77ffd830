// What a person types is kept by the browser until it is sent: a lost circuit, a reload or a server restart takes nothing away.
const prefix = 'autoportal.draft.';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Draft = Record<string, string | boolean>;

function read(key: string): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + key) ?? '{}') as Draft;
  } catch {
    return {};
  }
}

function write(key: string, draft: Draft): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(draft));
  } catch {
    // full or refused: typing goes on without the net
  }
}

function nameOf(field: Field): string {
  return field.name || field.id;
}

function isSecret(field: Field): boolean {
  return (
    (field instanceof HTMLInputElement && ['password', 'file', 'hidden'].includes(field.type)) ||
    field.autocomplete === 'one-time-code' ||
    field.closest('[data-draft-skip]') !== null
  );
}

function isTick(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === 'checkbox';
}

function fieldsOf(form: Element): Field[] {
  return [...form.querySelectorAll<Field>('input, textarea, select')].filter(field => nameOf(field) !== '' && !isSecret(field));
}

function keep(event: Event): void {
  if (event.isTrusted) {
    keepField(event.target as Field);
  }
}

/** Keeps one field as it is; for fields that the screen itself writes, such as rows as one text. */
export function keepField(field: Field): void {
  const form = field.closest?.<HTMLElement>('[data-draft]');
  if (!form?.dataset.draft || !fieldsOf(form).includes(field)) {
    return;
  }

  const draft = read(form.dataset.draft);
  draft[nameOf(field)] = isTick(field) ? field.checked : field.value;
  write(form.dataset.draft, draft);
}

function put(field: Field, value: string | boolean): boolean {
  if (isTick(field)) {
    if (field.checked === value) {
      return false;
    }

    field.checked = value === true;
  } else if (field instanceof HTMLInputElement && field.type === 'radio') {
    if (field.value !== value || field.checked) {
      return false;
    }

    field.checked = true;
  } else {
    if (field.value === value) {
      return false;
    }

    field.value = String(value);
  }

  // Bound fields listen to one or the other.
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** Puts kept input back into the form. Returns how many fields changed by it. */
export function restore(form: HTMLElement): number {
  const draft = read(form.dataset.draft ?? '');
  return fieldsOf(form).filter(field => nameOf(field) in draft && put(field, draft[nameOf(field)])).length;
}

export function forget(key: string): void {
  sessionStorage.removeItem(prefix + key);
}

function forgetAll(): void {
  Object.keys(sessionStorage)
    .filter(key => key.startsWith(prefix))
    .forEach(key => sessionStorage.removeItem(key));
}

export function watchDrafts(): void {
  document.addEventListener('input', keep, true);
  document.addEventListener('change', keep, true);
  // The next person at this browser must not find the last one's words.
  document.addEventListener('submit', event => {
    if ((event.target as Element).matches('[data-sign-out]')) {
      forgetAll();
    }
  });
}

/** After a reconnect: what was typed while the line was already dead never reached the server, so every kept field speaks again. */
export function tellAgain(): void {
  for (const form of document.querySelectorAll<HTMLElement>('[data-draft]')) {
    const draft = read(form.dataset.draft ?? '');
    for (const field of fieldsOf(form).filter(field => nameOf(field) in draft)) {
      if (!(field instanceof HTMLInputElement && field.type === 'radio' && !field.checked)) {
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
  }
}
