// Drawers and dialogs are elements of the page rather than native modals: those would make toasts, and their undo, unreachable.
interface DotNetRef {
  invokeMethodAsync(name: string): Promise<unknown>;
}

const reachable = 'a[href], button:not(:disabled), input:not(:disabled):not([type="hidden"]), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';
// By the id of the heading: the dialog itself is gone by the time the keyboard goes back.
const before = new Map<string, Element | null>();

function stops(dialog: HTMLElement): HTMLElement[] {
  return [...dialog.querySelectorAll<HTMLElement>(reachable)].filter(element => element.checkVisibility());
}

function wrap(dialog: HTMLElement, event: KeyboardEvent): void {
  const all = stops(dialog);
  const edge = event.shiftKey ? all[0] : all.at(-1);
  if (document.activeElement === edge || document.activeElement === dialog) {
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0])?.focus();
  }
}

/** Takes the keyboard into a dialog. Escape and a press on the scrim ask the component, which alone decides to close. */
export function openDialog(dialog: HTMLElement, component: DotNetRef): void {
  before.set(dialog.getAttribute('aria-labelledby') ?? '', document.activeElement);
  const ask = (): void => void component.invokeMethodAsync('AskToCloseAsync');
  dialog.addEventListener('keydown', event => {
    if (event.key === 'Tab') {
      wrap(dialog, event);
    } else if (event.key === 'Escape' && !document.querySelector('.menu:popover-open') && !event.isComposing) {
      event.stopPropagation();
      ask();
    }
  });
  dialog.previousElementSibling?.addEventListener('pointerdown', ask);
  (dialog.querySelector<HTMLElement>('[autofocus]') ?? dialog).focus();
}

/** Gives the keyboard back to where it came from. */
export function closeDialog(titleId: string): void {
  const origin = before.get(titleId);
  before.delete(titleId);
  if (origin instanceof HTMLElement && origin.isConnected) {
    origin.focus();
  }
}
