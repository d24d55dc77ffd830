import { recall, remember } from './remember';

const interactive = 'a, button, input, select, textarea, label, [popover]';

function opener(row: Element | null): HTMLElement | null {
  return row?.querySelector<HTMLElement>('[data-open]') ?? null;
}

export function watchGrids(): void {
  document.addEventListener('keydown', event => {
    const row = (event.target as Element).closest?.('tr[data-row]');
    if (!row || (event.target as Element).closest('[popover]')) {
      return;
    }

    const to =
      event.key === 'ArrowDown' ? row.nextElementSibling
      : event.key === 'ArrowUp' ? row.previousElementSibling
      : event.key === 'Home' ? row.parentElement?.firstElementChild
      : event.key === 'End' ? row.parentElement?.lastElementChild
      : undefined;
    if (to !== undefined) {
      event.preventDefault();
      opener(to ?? null)?.focus();
    }
  });
  document.addEventListener('click', event => {
    const target = event.target as Element;
    const row = target.closest('tr[data-row]');
    // A click that ends a text selection is a copy, not a wish to open.
    if (row && !target.closest(interactive) && !getSelection()?.toString()) {
      opener(row)?.click();
    }
  });
}

export function columns(grid: string): string | null {
  return recall(`autoportal.columns.${grid}`);
}

export function keepColumns(grid: string, names: string | null): void {
  remember(`autoportal.columns.${grid}`, names);
}
