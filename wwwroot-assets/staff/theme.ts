import { recall, remember } from './remember';

type Theme = 'light' | 'dark' | 'auto';

const key = 'autoportal.theme';
const root = document.documentElement;
const wish = matchMedia('(prefers-color-scheme: dark)');

function chosen(): Theme {
  const stored = recall(key);
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

export function applyTheme(): void {
  const theme = chosen();
  root.dataset.theme = theme === 'auto' ? (wish.matches ? 'dark' : 'light') : theme;
  root.dataset.themeChoice = theme;
  // A style attribute would need 'unsafe-inline'; setting the property does not.
  const accent = root.dataset.accent;
  if (accent && /^#[0-9a-f]{6}$/i.test(accent)) {
    root.style.setProperty('--brand', accent);
  }
}

function markChoices(): void {
  for (const choice of document.querySelectorAll<HTMLElement>('[data-theme-set]')) {
    choice.setAttribute('aria-checked', String(choice.dataset.themeSet === chosen()));
  }
}

export function watchTheme(): void {
  wish.addEventListener('change', applyTheme);
  // The server does not know the choice, so it is marked when the menu that holds it opens.
  document.addEventListener('toggle', markChoices, true);
  document.addEventListener('click', event => {
    const theme = (event.target as Element).closest<HTMLElement>('[data-theme-set]')?.dataset.themeSet;
    if (theme) {
      remember(key, theme === 'auto' ? null : theme);
      applyTheme();
      markChoices();
    }
  });
}
