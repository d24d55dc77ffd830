import { Model, Place, rootId, Tree, Dragged } from './model';
import { arrange } from './canvas';
import { icon } from './icons';

/** The page as a tree of lines; the same selection, the same drops, the same keys as the canvas. */
export class Outline {
  private readonly folded = new Set<string>();
  private readonly line: HTMLElement;
  private kept = new Map<string, HTMLElement>();

  constructor(
    readonly host: HTMLElement,
    private readonly model: Model,
    private readonly texts: Record<string, string>,
  ) {
    host.setAttribute('role', 'tree');
    host.setAttribute('aria-multiselectable', 'true');
    host.setAttribute('aria-label', texts['outline'] ?? '');
    this.line = document.createElement('div');
    this.line.className = 'pbo-line';
    this.line.hidden = true;
  }

  draw(chosen: Set<string>, focus: string): void {
    const rows: HTMLElement[] = [];
    const visit = (nodes: Tree[], level: number): void => {
      nodes.forEach((node, i) => {
        rows.push(this.row(node, level, i + 1, nodes.length, chosen, focus));
        if (!this.folded.has(node.id)) {
          visit(node.inner, level + 1);
        }
      });
    };
    rows.push(this.row(this.model.root, 1, 1, 1, chosen, focus));
    visit(this.model.root.inner, 2);
    const hadFocus = this.host.contains(document.activeElement);
    arrange(this.host, [...rows, this.line]);
    this.kept = new Map(rows.map(row => [row.dataset['id']!, row]));
    if (hadFocus) {
      this.focus(focus);
    }
  }

  /** Colours the lines anew without drawing them. */
  mark(chosen: Set<string>, focus: string): void {
    for (const row of this.rows()) {
      const id = row.dataset['id'] ?? '';
      set(row, 'aria-selected', String(chosen.has(id)));
      set(row, 'tabindex', id === focus ? '0' : '-1');
    }

    if (this.host.contains(document.activeElement)) {
      this.focus(focus);
    } else {
      this.rowOf(focus)?.scrollIntoView({ block: 'nearest' });
    }
  }

  toggle(id: string, isFolded = !this.folded.has(id)): boolean {
    const node = this.model.find(id);
    if (!node || node.inner.length === 0 || id === rootId || isFolded === this.folded.has(id)) {
      return false;
    }

    if (isFolded) {
      this.folded.add(id);
    } else {
      this.folded.delete(id);
    }

    return true;
  }

  rowAt(x: number, y: number): HTMLElement | undefined {
    return this.rows().find(row => {
      const box = row.getBoundingClientRect();
      return y >= box.top && y < box.bottom && x >= box.left && x < box.right;
    });
  }

  /** Where something let go at this point would stand; the line shows it. */
  drop(what: Dragged, x: number, y: number): Place | undefined {
    this.line.hidden = true;
    const frame = this.host.getBoundingClientRect();
    if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) {
      return undefined;
    }

    const row = this.rowAt(x, y) ?? this.rows().at(-1);
    const id = row?.dataset['id'];
    if (!row || !id) {
      return undefined;
    }

    const box = row.getBoundingClientRect();
    const share = (y - box.top) / box.height;
    const node = this.model.find(id)!;
    if (id === rootId || (share > 0.25 && share < 0.75 && this.model.maySettle(what, id) && this.model.kind(node.kind)?.isContainer)) {
      if (!this.model.maySettle(what, id)) {
        return undefined;
      }

      const index = id === rootId ? 0 : node.inner.length;
      this.show(row, id === rootId ? 'after' : 'into');
      return { parent: id, index };
    }

    const place = this.model.place(id);
    if (!place || !this.model.maySettle(what, place.parent)) {
      return undefined;
    }

    const isAfter = share >= 0.5;
    this.show(row, isAfter ? 'after' : 'before');
    return { parent: place.parent, index: place.index + (isAfter ? 1 : 0) };
  }

  clearDrop(): void {
    this.line.hidden = true;
  }

  private show(row: HTMLElement, where: 'before' | 'after' | 'into'): void {
    this.line.hidden = false;
    this.line.className = `pbo-line ${where}`;
    this.line.style.top = `${where === 'before' ? row.offsetTop - 1 : where === 'after' ? row.offsetTop + row.offsetHeight - 2 : row.offsetTop}px`;
    this.line.style.height = where === 'into' ? `${row.offsetHeight}px` : '';
    this.line.style.left = `${8 + 14 * (Number(row.getAttribute('aria-level')) - 1)}px`;
  }

  private focus(id: string): void {
    const row = this.rowOf(id);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  private rows(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('.pbo-row')];
  }

  private rowOf(id: string): HTMLElement | null {
    return this.host.querySelector<HTMLElement>(`.pbo-row[data-id="${CSS.escape(id)}"]`);
  }

  private row(node: Tree, level: number, position: number, size: number, chosen: Set<string>, focus: string): HTMLElement {
    const isRoot = node.id === rootId;
    const isFolded = this.folded.has(node.id);
    const look = `${node.kind} ${level} ${node.inner.length > 0} ${isFolded} ${node.words}`;
    const old = this.kept.get(node.id);
    const row = old?.dataset['look'] === look ? old : document.createElement('div');
    set(row, 'aria-posinset', String(position));
    set(row, 'aria-setsize', String(size));
    set(row, 'aria-selected', String(chosen.has(node.id)));
    set(row, 'tabindex', node.id === focus ? '0' : '-1');
    if (row === old) {
      return row;
    }

    row.className = 'pbo-row';
    row.dataset['id'] = node.id;
    row.dataset['look'] = look;
    row.setAttribute('role', 'treeitem');
    row.setAttribute('aria-level', String(level));
    row.style.setProperty('--level', String(level - 1));
    if (node.inner.length > 0 && !isRoot) {
      row.setAttribute('aria-expanded', String(!isFolded));
    }

    const twist = document.createElement('span');
    twist.className = 'pbo-twist';
    if (node.inner.length > 0 && !isRoot) {
      twist.append(icon('M6 9.5l6 6 6-6'));
    }

    const kind = this.model.kind(node.kind);
    const name = document.createElement('span');
    name.className = 'pbo-name';
    name.textContent = isRoot ? (this.texts['page'] ?? '') : this.model.name(node);
    const words = document.createElement('span');
    words.className = 'pbo-words';
    words.textContent = node.words;
    row.append(twist, icon(isRoot ? 'M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM4 9h16' : (kind?.icon ?? 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17h.01')), name, words);
    return row;
  }
}

// An attribute that is written again makes the browser look at its style again.
function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}
