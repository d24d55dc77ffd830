// The keys of a tree as WAI-ARIA describes them; opening and closing goes to the component by its toggle.
export function watch(tree) {
  const items = () => [...tree.querySelectorAll('[role=treeitem]')];
  const level = item => Number(item.getAttribute('aria-level'));

  function focus(item) {
    if (!item) {
      return;
    }

    items().forEach(other => (other.tabIndex = other === item ? 0 : -1));
    item.focus();
  }

  function parentOf(item) {
    const before = items();
    return before.slice(0, before.indexOf(item)).reverse().find(other => level(other) < level(item));
  }

  function onKey(event) {
    const item = event.target.closest('[role=treeitem]');
    if (!item || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }

    const all = items();
    const at = all.indexOf(item);
    const open = item.getAttribute('aria-expanded');
    const acts = {
      ArrowDown: () => focus(all[at + 1]),
      ArrowUp: () => focus(all[at - 1]),
      Home: () => focus(all[0]),
      End: () => focus(all.at(-1)),
      ArrowRight: () => (open === 'false' ? item.querySelector('[data-toggle]').click() : open === 'true' && focus(all[at + 1])),
      ArrowLeft: () => (open === 'true' ? item.querySelector('[data-toggle]').click() : focus(parentOf(item))),
      Enter: () => item.click(),
      ' ': () => item.click(),
    };
    if (event.key in acts) {
      event.preventDefault();
      acts[event.key]();
    }
  }

  tree.addEventListener('keydown', onKey);
  tree.dataset.keys = 'on';
  return { stop: () => tree.removeEventListener('keydown', onKey) };
}
