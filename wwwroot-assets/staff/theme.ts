import { recall, remember } from './remember';

export type Theme = 'light' | 'dark' | 'auto';

const key = 'autoportal.theme';
const root = document.documentElement;
const wish = matchMedia('(prefers-color-scheme: dark)');

export function chosen(): Theme {
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

export function chooseTheme(theme: string): void {
  remember(key, theme === 'light' || theme === 'dark' ? theme : null);
  applyTheme();
}

export function followSystem(): void {
  wish.addEventListener('change', applyTheme);
}
