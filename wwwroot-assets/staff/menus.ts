const gap = 6;
const edge = 8;

/** Puts an opened popover under its button, or above where there is no room. */
function place(menu: HTMLElement): void {
  const opener = document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(menu.id)}"]`);
  if (!opener) {
    return;
  }

  const at = opener.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = at.bottom + gap;
  const fitsBelow = below + size.height <= innerHeight - edge;
  const left = menu.dataset.align === 'end' ? at.right - size.width : at.left;
  menu.style.top = `${Math.max(edge, fitsBelow ? below : at.top - gap - size.height)}px`;
  menu.style.left = `${Math.min(Math.max(edge, left), innerWidth - size.width - edge)}px`;
}

function items(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menu-item:not(:disabled)')];
}

function step(menu: Element, by: number): void {
  const all = items(menu);
  const now = all.indexOf(document.activeElement as HTMLElement);
  all[(now + by + all.length) % all.length]?.focus();
}

function enter(menu: HTMLElement): boolean {
  place(menu);
  const first = menu.querySelector<HTMLElement>('[autofocus], .menu-item[aria-checked="true"]') ?? items(menu)[0];
  first?.focus();
  return first !== undefined;
}

export function watchMenus(): void {
  // toggle does not bubble, so it is caught on its way down.
  document.addEventListener(
    'toggle',
    event => {
      const menu = event.target as HTMLElement;
      if (!menu.matches?.('.menu[popover]')) {
        return;
      }

      const open = (event as ToggleEvent).newState === 'open';
      document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`)?.setAttribute('aria-expanded', String(open));
      if (open && !enter(menu)) {
        // Drawn on demand: there is nothing to enter until the server has answered.
        const drawn = new MutationObserver(() => enter(menu) && drawn.disconnect());
        drawn.observe(menu, { childList: true });
      }
    },
    true,
  );
  document.addEventListener('keydown', event => {
    const menu = (event.target as Element).closest?.('.menu[role="menu"]');
    if (!menu) {
      return;
    }

    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(menu, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      items(menu).at(event.key === 'Home' ? 0 : -1)?.focus();
    }
  });
  document.addEventListener('click', event => {
    const item = (event.target as Element).closest('.menu-item:not([data-keep-open])');
    item?.closest<HTMLElement>('.menu[popover]')?.hidePopover();
  });
  const settle = (): void => document.querySelectorAll<HTMLElement>('.menu:popover-open').forEach(place);
  addEventListener('resize', settle);
  addEventListener('scroll', settle, { capture: true, passive: true });
}
