// The form works by itself; here it gets progress, and a refusal in words beside the file instead of on another page.
interface Answer {
  address?: string;
  words?: string;
}

function part(form: Element, name: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[data-${name}]`);
}

function refuse(form: Element, words: string): void {
  const place = part(form, 'refused');
  const text = place?.querySelector('span');
  if (place && text) {
    text.textContent = words;
    place.hidden = words === '';
  }
}

function busy(form: HTMLFormElement, is: boolean): void {
  const sending = part(form, 'sending');
  if (sending) {
    sending.hidden = !is;
  }

  for (const button of form.querySelectorAll<HTMLButtonElement>('button[type=submit]')) {
    button.disabled = is;
    button.toggleAttribute('aria-busy', is);
  }
}

function show(form: Element, percent: number): void {
  const bar = form.querySelector('progress');
  const text = part(form, 'percent');
  if (bar && text) {
    bar.value = percent;
    text.textContent = `${percent}%`;
  }
}

function read(request: XMLHttpRequest): Answer {
  try {
    return JSON.parse(request.responseText) as Answer;
  } catch {
    return {};
  }
}

function send(form: HTMLFormElement): void {
  const request = new XMLHttpRequest();
  const broken = form.dataset.broken ?? '';
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'application/json');
  request.upload.addEventListener('progress', event => show(form, Math.floor((event.loaded / event.total) * 100)));
  request.addEventListener('load', () => {
    const answer = read(request);
    if (answer.address && form.isConnected) {
      location.assign(answer.address);
      return;
    }

    busy(form, false);
    refuse(form, answer.words ?? broken);
  });
  request.addEventListener('error', () => {
    busy(form, false);
    refuse(form, broken);
  });
  refuse(form, '');
  show(form, 0);
  busy(form, true);
  request.send(new FormData(form));
}

function chosen(input: HTMLInputElement): void {
  const form = input.closest('form');
  const file = input.files?.[0];
  const name = form && part(form, 'file-name');
  if (!form || !file || !name) {
    return;
  }

  name.textContent = file.name;
  part(form, 'drop')?.setAttribute('data-has-file', '');
  refuse(form, file.size > Number(form.dataset.maxBytes) ? (form.dataset.tooLarge ?? '') : '');
}

export function watchUploads(): void {
  document.addEventListener('change', event => {
    const input = event.target as Element;
    if (input instanceof HTMLInputElement && input.type === 'file' && input.closest('form[data-upload]')) {
      chosen(input);
    }
  });
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.matches('[data-upload]')) {
      event.preventDefault();
      const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
      if (file && file.size <= Number(form.dataset.maxBytes)) {
        send(form);
      }
    }
  });
  for (const name of ['dragenter', 'dragleave', 'drop'] as const) {
    document.addEventListener(name, event => (event.target as Element).closest?.('[data-drop]')?.toggleAttribute('data-over', name === 'dragenter'));
  }
}
