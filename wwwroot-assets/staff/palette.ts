function palette(): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>('dialog.palette');
}

function lines(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('[data-words]')];
}

function shown(box: HTMLElement): HTMLElement[] {
  return lines(box).filter(line => !line.hidden);
}

function mark(box: HTMLElement, line: HTMLElement | undefined): void {
  lines(box).forEach(other => other.setAttribute('aria-selected', String(other === line)));
  line?.scrollIntoView({ block: 'nearest' });
  const input = box.querySelector('input');
  if (line) {
    input?.setAttribute('aria-activedescendant', line.id);
  } else {
    input?.removeAttribute('aria-activedescendant');
  }
}

function narrow(box: HTMLElement, typed: string): void {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  for (const line of lines(box)) {
    const text = (line.dataset.words ?? '').toLowerCase();
    line.hidden = !words.every(word => text.includes(word));
  }

  const found = shown(box);
  mark(box, found[0]);
  const none = box.querySelector<HTMLElement>('[data-none]');
  if (none) {
    none.hidden = found.length > 0;
  }
}

function open(): void {
  const box = palette();
  if (!box || box.open) {
    return;
  }

  box.showModal();
  const input = box.querySelector('input');
  if (input) {
    input.value = '';
    input.focus();
  }

  narrow(box, '');
}

export function watchPalette(): void {
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open();
      return;
    }

    const box = (event.target as Element).closest?.<HTMLDialogElement>('dialog.palette');
    if (!box) {
      return;
    }

    const found = shown(box);
    const now = found.findIndex(line => line.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      mark(box, found[(now + by + found.length) % found.length]);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      found[now]?.click();
    }
  });
  document.addEventListener('input', event => {
    const box = (event.target as Element).closest<HTMLElement>('dialog.palette');
    if (box) {
      narrow(box, (event.target as HTMLInputElement).value);
    }
  });
  document.addEventListener('click', event => {
    const target = event.target as Element;
    if (target.closest('[data-palette-open]')) {
      open();
    } else if (target.matches('dialog.palette') || target.closest('dialog.palette [data-words]')) {
      palette()?.close();
    }
  });
}
