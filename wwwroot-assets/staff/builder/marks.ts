import { Canvas } from './canvas';
import { icon, paths } from './icons';
import { Model, rootId } from './model';

export interface Peer {
  id: string;
  name: string;
  initials: string;
  color: string;
  block: string | null;
}

/** Outlines of what is pointed at, chosen, and chosen by others, with the small bar of acts. */
export class Marks {
  private scheduled = false;
  private drawn = '';

  constructor(
    private readonly canvas: Canvas,
    private readonly model: Model,
    private readonly texts: Record<string, string>,
    private readonly state: () => { chosen: Set<string>; focus: string; hover: string | undefined; peers: Peer[]; isBusy: boolean },
    private readonly act: (act: string, event: Event) => void,
  ) {}

  schedule(): void {
    if (!this.scheduled) {
      this.scheduled = true;
      requestAnimationFrame(() => {
        this.scheduled = false;
        this.draw();
      });
    }
  }

  private draw(): void {
    const { chosen, focus, hover, peers, isBusy } = this.state();
    if (isBusy) {
      return;
    }

    // Drawn anew only when something differs: a button that is replaced between press and release is never clicked.
    const drawn = JSON.stringify([[...chosen], focus, hover, peers, this.canvas.scroller.scrollTop, [...chosen, hover ?? '', ...peers.map(peer => peer.block ?? '')].map(id => this.canvas.box(id)), [...chosen].map(id => this.model.find(id)?.kind)]);
    if (drawn === this.drawn && this.canvas.marks.childElementCount > 0) {
      return;
    }

    this.drawn = drawn;
    const marks = document.createDocumentFragment();
    for (const peer of peers) {
      const mark = peer.block && peer.block !== rootId ? this.outline(peer.block, 'mark peer') : undefined;
      if (mark) {
        mark.style.setProperty('--peer', peer.color);
        const name = document.createElement('span');
        name.textContent = peer.name;
        mark.append(name);
        marks.append(mark);
      }
    }

    if (hover && !chosen.has(hover)) {
      const mark = this.outline(hover, 'mark hover');
      if (mark) {
        marks.append(mark);
      }
    }

    for (const id of chosen) {
      const mark = this.outline(id, 'mark chosen');
      if (mark) {
        marks.append(mark);
      }
    }

    const bar = chosen.has(focus) ? this.bar(focus, chosen.size) : undefined;
    if (bar) {
      marks.append(bar);
    }

    this.canvas.marks.replaceChildren(marks);
  }

  private outline(id: string, classes: string): HTMLElement | undefined {
    const box = this.canvas.box(id);
    if (!box) {
      return undefined;
    }

    const mark = document.createElement('div');
    mark.className = classes;
    mark.dataset['of'] = id;
    Object.assign(mark.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` });
    return mark;
  }

  private bar(id: string, count: number): HTMLElement | undefined {
    const box = this.canvas.box(id);
    const node = this.model.find(id);
    if (!box || !node || id === rootId) {
      return undefined;
    }

    const bar = document.createElement('div');
    bar.className = 'bar';
    const grip = document.createElement('button');
    grip.type = 'button';
    grip.className = 'grip';
    grip.tabIndex = -1;
    grip.dataset['grip'] = '';
    const name = document.createElement('span');
    name.textContent = count > 1 ? (this.texts['many'] ?? '{0}').replace('{0}', String(count)) : this.model.name(node);
    grip.append(icon(paths.grip), name);
    bar.append(grip);
    const parent = this.model.parent(id);
    if (parent && parent.id !== rootId) {
      bar.append(this.button('parent', paths.out));
    }

    bar.append(this.button('up', paths.up), this.button('down', paths.down), this.button('duplicate', paths.copy), this.button('delete', paths.trash));
    // Above the block where there is room, else inside it; always within what is scrolled to.
    const top = Math.max(box.top - 34, this.canvas.scroller.scrollTop + 4);
    Object.assign(bar.style, { top: `${Math.max(2, Math.min(top, box.top + box.height - 34))}px`, left: `${Math.max(4, box.left)}px` });
    return bar;
  }

  private button(act: string, path: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.title = this.texts[`act.${act}`] ?? act;
    button.setAttribute('aria-label', button.title);
    button.dataset['act'] = act;
    button.append(icon(path));
    button.addEventListener('click', event => this.act(act, event));
    return button;
  }
}
