import { recall, remember } from './remember';

const key = 'autoportal.nav';
const root = document.documentElement;

export function applyNav(): void {
  root.dataset.nav = recall(key) === 'narrow' ? 'narrow' : 'wide';
}

function toggle(): void {
  remember(key, root.dataset.nav === 'narrow' ? null : 'narrow');
  applyNav();
}

function openDrawer(open: boolean): void {
  if (open) {
    root.dataset.navDrawer = 'open';
    document.querySelector<HTMLElement>('.nav a')?.focus();
  } else if (root.dataset.navDrawer) {
    delete root.dataset.navDrawer;
    document.querySelector<HTMLElement>('[data-nav-open]')?.focus();
  }
}

export function watchNav(): void {
  document.addEventListener('click', event => {
    const target = event.target as Element;
    if (target.closest('[data-nav-toggle]')) {
      toggle();
    } else if (target.closest('[data-nav-open]')) {
      openDrawer(true);
    } else if (target.closest('[data-nav-close]') || target.closest('.nav a')) {
      openDrawer(false);
    }
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      openDrawer(false);
    }
  });
}
