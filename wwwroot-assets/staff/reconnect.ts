import { tellAgain } from './drafts';

// The script that the pages run sets classes on the element and fires no event, so the classes are watched.
interface BlazorClient {
  reconnect?: () => Promise<boolean>;
  addEventListener?: (name: string, handler: () => void) => void;
}

declare global {
  interface Window {
    Blazor?: BlazorClient;
  }
}

const states = ['components-reconnect-show', 'components-reconnect-retrying', 'components-reconnect-failed', 'components-reconnect-rejected'];
let trying = false;

function screen(): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>('dialog#components-reconnect-modal');
}

function is(state: string): boolean {
  return screen()?.classList.contains(`components-reconnect-${state}`) === true;
}

async function retry(): Promise<void> {
  if (trying || !is('failed')) {
    return;
  }

  trying = true;
  try {
    // false: the server answers but no longer knows this circuit. Typed input waits in the drafts.
    if ((await window.Blazor?.reconnect?.()) === false) {
      reload();
    }
  } catch {
    // still away; the next sign of life tries again
  } finally {
    trying = false;
  }
}

let reloading = false;

// A server that is just restarting answers 502 for a moment: reload only into a page that is there.
async function reload(): Promise<void> {
  if (reloading) {
    return;
  }

  reloading = true;
  for (;;) {
    try {
      const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store', redirect: 'manual' });
      if (answer.status < 500) {
        location.reload();
        return;
      }
    } catch {
      // away again
    }

    await new Promise(resolve => setTimeout(resolve, 1000));
  }
}

let opening: number | undefined;

function follow(dialog: HTMLDialogElement): void {
  const wanted = states.some(state => dialog.classList.contains(state));
  if (wanted && !dialog.open && opening === undefined) {
    // Most breaks heal at once; a dialog that flashes up would only take the cursor away.
    opening = window.setTimeout(() => dialog.showModal(), 800);
  } else if (!wanted) {
    clearTimeout(opening);
    opening = undefined;
    dialog.close();
    tellAgain();
  }

  if (is('rejected')) {
    void reload();
  }
}

export function watchConnection(): void {
  const dialog = screen();
  if (!dialog) {
    return;
  }

  new MutationObserver(() => follow(dialog)).observe(dialog, { attributes: true, attributeFilter: ['class'] });
  dialog.addEventListener('cancel', event => event.preventDefault());
  addEventListener('online', () => void retry());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      void retry();
    }
  });
  document.addEventListener('click', event => {
    const target = event.target as Element;
    if (target.closest('[data-reconnect-retry]')) {
      void retry();
    } else if (target.closest('[data-reload]')) {
      location.reload();
    }
  });
  setInterval(() => void retry(), 5000);
}
