// Arrow keys walk along a list of tabs; the tab that gets the focus is chosen.
export function watchTabs(): void {
  document.addEventListener('keydown', event => {
    const tab = (event.target as Element).closest?.<HTMLElement>('[role="tab"]');
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!tab || by === 0) {
      return;
    }

    const all = [...(tab.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const next = all[(all.indexOf(tab) + by + all.length) % all.length];
    event.preventDefault();
    next?.focus();
    next?.click();
  });
}
