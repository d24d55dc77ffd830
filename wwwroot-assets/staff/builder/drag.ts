import { Canvas } from './canvas';
import { Dragged, Model, Place, rootId, Tree } from './model';
import { Outline } from './outline';

const startsAfter = 5;
const longPress = 280;
const edge = 56;

/** Drags with mouse, pen and finger on one path. The page stays as it is until the drop: only a line shows where the block would stand. */
export class Drag {
  private what: Dragged | undefined;
  private place: Place | undefined;
  private ghost: HTMLElement | undefined;
  private at = { x: 0, y: 0 };
  private frame = 0;

  constructor(
    private readonly canvas: Canvas,
    private readonly outline: Outline,
    private readonly model: Model,
    private readonly dropped: (what: Dragged, place: Place) => void,
    private readonly started: () => void,
  ) {}

  get isOn(): boolean {
    return this.what !== undefined;
  }

  /** Waits until the pointer that was just pressed means a drag. */
  watch(down: PointerEvent, what: () => Dragged | undefined, label: () => string, isGrip = false): void {
    if (down.button !== 0 || this.isOn) {
      return;
    }

    const isFinger = down.pointerType === 'touch' && !isGrip;
    const stop = new AbortController();
    const { signal } = stop;
    const begin = (): void => {
      const dragged = what();
      if (dragged) {
        this.begin(dragged, label());
      }
    };
    const timer = isFinger ? window.setTimeout(begin, longPress) : 0;
    const end = (): void => {
      window.clearTimeout(timer);
      stop.abort();
      this.finish(false);
    };
    window.addEventListener('pointermove', move => {
      if (move.pointerId !== down.pointerId) {
        return;
      }

      const isFar = Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY) > startsAfter;
      if (!this.isOn && isFar && isFinger) {
        end();
      } else if (!this.isOn && isFar) {
        begin();
      }

      if (this.isOn) {
        move.preventDefault();
        this.move(move.clientX, move.clientY);
      }
    }, { signal, passive: false });
    // A finger that drags must not scroll.
    window.addEventListener('touchmove', touch => {
      if (this.isOn) {
        touch.preventDefault();
      }
    }, { signal, passive: false });
    window.addEventListener('pointerup', up => {
      if (up.pointerId === down.pointerId) {
        window.clearTimeout(timer);
        stop.abort();
        this.finish(true);
      }
    }, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('contextmenu', menu => this.isOn && menu.preventDefault(), { signal });
    window.addEventListener('keydown', key => {
      if (key.key === 'Escape' && this.isOn) {
        key.preventDefault();
        key.stopPropagation();
        end();
      }
    }, { signal, capture: true });
  }

  private begin(what: Dragged, label: string): void {
    this.what = what;
    this.ghost = document.createElement('div');
    this.ghost.className = 'pb-ghost';
    this.ghost.textContent = label;
    document.body.append(this.ghost);
    document.documentElement.classList.add('pb-dragging');
    // The line must not be lost among the outlines of what is chosen.
    this.canvas.marks.replaceChildren();
    getSelection()?.removeAllRanges();
    this.started();
    const scroll = (): void => {
      this.scrollAtEdges();
      this.frame = requestAnimationFrame(scroll);
    };
    this.frame = requestAnimationFrame(scroll);
  }

  private move(x: number, y: number): void {
    this.at = { x, y };
    this.ghost!.style.transform = `translate(${x + 12}px, ${y + 10}px)`;
    this.clear();
    this.place = this.outline.drop(this.what!, x, y) ?? this.onCanvas(x, y);
    this.ghost!.classList.toggle('no', !this.place);
  }

  private finish(isDrop: boolean): void {
    if (!this.what) {
      return;
    }

    cancelAnimationFrame(this.frame);
    const { what, place } = this;
    this.what = undefined;
    this.place = undefined;
    this.ghost?.remove();
    document.documentElement.classList.remove('pb-dragging');
    this.clear();
    // The click that ends a drag is none.
    const swallow = (click: Event): void => click.stopPropagation();
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => {
      // A finger's drag ends without a click; the next one is meant.
      window.removeEventListener('click', swallow, { capture: true });
      window.dispatchEvent(new Event('pb-drag-over'));
    }, 50);
    if (isDrop && place) {
      this.dropped(what, place);
    }
  }

  private clear(): void {
    this.outline.clearDrop();
    this.canvas.marks.querySelectorAll('.line, .into').forEach(mark => mark.remove());
  }

  private onCanvas(x: number, y: number): Place | undefined {
    const frame = this.canvas.scroller.getBoundingClientRect();
    if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) {
      return undefined;
    }

    const point = this.canvas.point(x, y);
    for (let id = this.canvas.at(x, y) ?? rootId; ; id = this.model.parent(id)?.id ?? rootId) {
      const place = this.inside(id, point) ?? this.beside(id, point);
      if (place) {
        return place;
      }

      if (id === rootId) {
        return undefined;
      }
    }
  }

  // Into a container, between its children; near its edges one means beside it.
  private inside(id: string, point: { x: number; y: number }): Place | undefined {
    const node = this.model.find(id);
    if (!node || !this.model.maySettle(this.what!, id)) {
      return undefined;
    }

    const own = id === rootId ? undefined : this.canvas.box(id);
    if (own && own.height > 24 && this.model.maySettle(this.what!, this.model.parent(id)!.id) && (point.y < own.top + 8 || point.y > own.top + own.height - 8)) {
      return undefined;
    }

    if (node.inner.length === 0) {
      const slot = this.canvas.slotBox(id) ?? own;
      if (slot) {
        this.mark('mark into', slot.left, slot.top, slot.width, Math.max(slot.height, 3));
      }

      return { parent: id, index: 0 };
    }

    return this.between(node, point);
  }

  private beside(id: string, point: { x: number; y: number }): Place | undefined {
    const parent = this.model.parent(id);
    return parent && this.model.maySettle(this.what!, parent.id) ? this.between(parent, point) : undefined;
  }

  private between(parent: Tree, point: { x: number; y: number }): Place | undefined {
    const children = parent.inner.map((child, index) => ({ index, box: this.canvas.box(child.id) })).filter(child => child.box !== undefined) as { index: number; box: { left: number; top: number; width: number; height: number } }[];
    if (children.length === 0) {
      return { parent: parent.id, index: 0 };
    }

    const isRow = children.length > 1 && children[1]!.box.top < children[0]!.box.top + children[0]!.box.height / 2 && children[1]!.box.left > children[0]!.box.left;
    let best = children[0]!;
    let isAfter = false;
    let distance = Infinity;
    for (const child of children) {
      const { box } = child;
      const [start, size, at] = isRow ? [box.left, box.width, point.x] : [box.top, box.height, point.y];
      for (const after of [false, true]) {
        const gap = Math.abs(at - (after ? start + size : start));
        if (gap < distance) {
          [best, isAfter, distance] = [child, after, gap];
        }
      }
    }

    const { box } = best;
    if (isRow) {
      this.mark('line upright', isAfter ? box.left + box.width - 2 : box.left - 1, box.top, 3, box.height);
    } else {
      this.mark('line', box.left, Math.max(0, isAfter ? box.top + box.height - 2 : box.top - 1), box.width, 3);
    }

    return { parent: parent.id, index: best.index + (isAfter ? 1 : 0) };
  }

  private mark(classes: string, left: number, top: number, width: number, height: number): void {
    const mark = document.createElement('div');
    mark.className = classes;
    Object.assign(mark.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    this.canvas.marks.append(mark);
  }

  private scrollAtEdges(): void {
    for (const scroller of [this.canvas.scroller, this.outline.host]) {
      const box = scroller.getBoundingClientRect();
      if (this.at.x < box.left || this.at.x > box.right || this.at.y < box.top - edge || this.at.y > box.bottom + edge) {
        continue;
      }

      const pull = this.at.y < box.top + edge ? this.at.y - box.top - edge : this.at.y > box.bottom - edge ? this.at.y - box.bottom + edge : 0;
      if (pull !== 0) {
        const before = scroller.scrollTop;
        scroller.scrollTop += pull / 5;
        if (scroller.scrollTop !== before) {
          this.move(this.at.x, this.at.y);
        }
      }
    }
  }
}
