import { Dragged, rootId } from './model';
import type { Builder } from './screen';

/** Listens to mouse, pen and finger: on the canvas, in the outline, in the palette, and on the buttons around them. */
export function listenToHands(builder: Builder, root: HTMLElement, signal: AbortSignal): void {
  const { canvas, outline, drag, model, selection, marks } = builder;
  const { layer } = canvas;
  layer.addEventListener('pointerdown', event => {
    canvas.host.focus({ preventScroll: true });
    const id = canvas.at(event.clientX, event.clientY);
    if (id) {
      drag.watch(event, () => dragged(builder, id), () => label(builder, id));
    }
  }, { signal });
  layer.addEventListener('pointermove', event => builder.pointAt(canvas.at(event.clientX, event.clientY)), { signal });
  layer.addEventListener('pointerleave', () => builder.pointAt(undefined), { signal });
  layer.addEventListener('click', event => selection.click(event, canvas.at(event.clientX, event.clientY) ?? rootId), { signal });
  canvas.marks.addEventListener('pointerdown', event => {
    const grip = (event.target as Element).closest('[data-grip]');
    if (grip) {
      event.preventDefault();
      drag.watch(event, () => dragged(builder), () => label(builder), true);
    }
  }, { signal });
  outline.host.addEventListener('pointerdown', event => {
    const id = rowOf(event);
    if (id && id !== rootId) {
      drag.watch(event, () => dragged(builder, id), () => label(builder, id));
    }
  }, { signal });
  outline.host.addEventListener('click', event => {
    const id = rowOf(event);
    if (id && (event.target as Element).closest('.pbo-twist') && outline.toggle(id)) {
      outline.draw(selection.chosen, selection.focus);
    } else if (id) {
      selection.click(event, id);
      canvas.reveal(id);
    }
  }, { signal });
  root.addEventListener('pointerdown', event => {
    const item = (event.target as Element).closest<HTMLButtonElement>('[data-kind-item]');
    const kind = item?.dataset['kindItem'];
    if (item && !item.disabled && kind) {
      drag.watch(event, () => ({ ids: [], kind }), () => model.kind(kind)?.name ?? '');
    }
  }, { signal });
  root.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    if (button) {
      pressed(builder, button);
    }
  }, { signal });
  root.querySelector('[data-part="stage"]')?.addEventListener('click', event => {
    if (event.target === event.currentTarget) {
      selection.only(rootId);
    }
  }, { signal });
  window.addEventListener('pb-drag-over', () => marks.schedule(), { signal });
}

function rowOf(event: Event): string | undefined {
  return (event.target as Element).closest<HTMLElement>('.pbo-row')?.dataset['id'];
}

function pressed(builder: Builder, button: HTMLElement): void {
  const { kindItem, builderAct, frame, look, sheetOpen, fold } = button.dataset;
  if (kindItem) {
    builder.putKind(kindItem);
  } else if (builderAct) {
    builder.act(builderAct);
  } else if (frame) {
    builder.surround.frame(Number(frame));
  } else if (look) {
    void builder.surround.look(look);
  } else if (sheetOpen !== undefined) {
    builder.surround.sheet(sheetOpen || null);
  } else if (fold) {
    builder.surround.fold(fold, button);
  }
}

// A block of the selection takes the others along; any other comes alone.
function dragged({ selection }: Builder, id?: string): Dragged | undefined {
  if (id && !selection.chosen.has(id)) {
    selection.only(id);
  }

  const ids = selection.blocks;
  return ids.length > 0 ? { ids, kind: '' } : undefined;
}

function label({ selection, model, texts }: Builder, id?: string): string {
  const count = id && !selection.chosen.has(id) ? 1 : selection.blocks.length;
  const node = model.find(id ?? selection.focus);
  return count > 1 ? (texts['many'] ?? '').replace('{0}', String(count)) : node ? model.name(node) : '';
}
