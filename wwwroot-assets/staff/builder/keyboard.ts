import { neighbour } from './keys';
import { rootId } from './model';
import type { Builder } from './screen';

const marker = 'autoportal-blocks';
const fields = 'input, textarea, select, [contenteditable="true"], dialog, [role="dialog"]';

/** Listens to keys and to the clipboard. */
export function listenToKeys(builder: Builder, root: HTMLElement, signal: AbortSignal): void {
  window.addEventListener('keydown', event => key(builder, root, event), { signal });
  document.addEventListener('copy', event => copy(builder, event, false), { signal });
  document.addEventListener('cut', event => copy(builder, event, true), { signal });
  document.addEventListener('paste', event => paste(builder, event), { signal });
}

function isHere({ canvas, outline }: Builder, target: EventTarget | null): boolean {
  const element = target instanceof Element ? target : document.activeElement;
  return element === canvas.host || outline.host.contains(element);
}

function key(builder: Builder, root: HTMLElement, event: KeyboardEvent): void {
  if ((event.target as Element).closest?.(fields) != null) {
    return;
  }

  const isCommand = event.ctrlKey || event.metaKey;
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (isCommand && !event.altKey && (name === 'z' || name === 'y')) {
    event.preventDefault();
    builder.act(name === 'y' || event.shiftKey ? 'redo' : 'undo');
  } else if (name === '?') {
    event.preventDefault();
    builder.showKeys();
  } else if (isHere(builder, event.target)) {
    keyOnPage(builder, root, event, name, isCommand);
  }
}

function keyOnPage(builder: Builder, root: HTMLElement, event: KeyboardEvent, name: string, isCommand: boolean): void {
  const { selection, model } = builder;
  if (event.altKey && name.startsWith('Arrow')) {
    event.preventDefault();
    builder.shift(name);
  } else if (isCommand && name === 'd') {
    event.preventDefault();
    builder.act('duplicate');
  } else if (isCommand && name === 'a') {
    event.preventDefault();
    selection.all();
  } else if (name === 'Delete' || name === 'Backspace') {
    event.preventDefault();
    builder.act('delete');
  } else if (name === 'Escape') {
    builder.choose([selection.chosen.size > 1 ? selection.focus : (model.parent(selection.focus)?.id ?? rootId)]);
  } else if (name === 'Enter') {
    event.preventDefault();
    builder.surround.sheet('settings');
    root.querySelector<HTMLElement>('[data-part="inspector"] :is(input, textarea, select, button.tick)')?.focus();
  } else if (!isCommand && !event.altKey) {
    arrow(builder, event, name);
  }
}

function arrow(builder: Builder, event: KeyboardEvent, name: string): void {
  const { selection, model, outline, canvas } = builder;
  const isOutline = outline.host.contains(event.target as Node);
  if (isOutline && (name === 'ArrowLeft' || name === 'ArrowRight') && outline.toggle(selection.focus, name === 'ArrowLeft')) {
    event.preventDefault();
    outline.draw(selection.chosen, selection.focus);
    return;
  }

  const to = neighbour(model, selection.focus, name);
  if (to === undefined) {
    if (name.startsWith('Arrow')) {
      event.preventDefault();
    }

    return;
  }

  event.preventDefault();
  selection.set(event.shiftKey && to !== rootId ? [...selection.chosen, to].filter(id => id !== rootId) : [to], to);
  canvas.reveal(to);
  if (!isOutline) {
    const node = model.find(to)!;
    builder.say(to === rootId ? (builder.texts['page'] ?? '') : `${model.name(node)} ${node.words}`);
  }
}

function copy(builder: Builder, event: ClipboardEvent, isCut: boolean): void {
  if (!isHere(builder, document.activeElement) || !builder.clip) {
    return;
  }

  event.preventDefault();
  event.clipboardData?.setData('text/plain', builder.clip);
  builder.say((builder.texts['copied'] ?? '').replace('{0}', String(builder.selection.chosen.size)));
  if (isCut) {
    builder.act('delete');
  }
}

function paste(builder: Builder, event: ClipboardEvent): void {
  if (!isHere(builder, document.activeElement)) {
    return;
  }

  event.preventDefault();
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text.includes(marker)) {
    builder.paste(text);
  } else {
    builder.say(builder.texts['nothing_to_paste'] ?? '');
  }
}
