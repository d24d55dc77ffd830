import { Model, rootId } from './model';

/** Which blocks are chosen, and on which of them the keys act. Never empty: the page itself is chosen where no block is. */
export class Selection {
  chosen = new Set<string>([rootId]);
  focus = rootId;

  constructor(private readonly model: Model, private readonly changed: () => void) {}

  /** The chosen blocks without those that stand in another one of them. */
  get blocks(): string[] {
    return this.model.outermost([...this.chosen].filter(id => id !== rootId));
  }

  set(ids: string[], focus: string): void {
    this.chosen = new Set(ids);
    this.focus = focus;
    this.changed();
  }

  only(id: string): void {
    this.set([id], id);
  }

  all(): void {
    const ids = this.model.root.inner.map(node => node.id);
    if (ids.length > 0) {
      this.set(ids, ids.at(-1)!);
    }
  }

  /** What is still there stays chosen. Says whether anything had gone. */
  keep(): boolean {
    const kept = [...this.chosen].filter(id => this.model.find(id));
    if (kept.length === this.chosen.size && this.model.find(this.focus)) {
      return false;
    }

    this.chosen = new Set(kept.length > 0 ? kept : [rootId]);
    this.focus = [...this.chosen].at(-1)!;
    return true;
  }

  /** Whoever removes blocks goes on at their neighbour. */
  beside(ids: string[]): void {
    const place = this.model.place(ids[0]!);
    const siblings = place ? this.model.find(place.parent)!.inner.filter(node => !ids.includes(node.id)) : [];
    this.only(siblings[Math.min(place?.index ?? 0, siblings.length - 1)]?.id ?? place?.parent ?? rootId);
  }

  /** A click: alone, with Ctrl one more or less, with Shift everything up to it. */
  click(event: MouseEvent, id: string): void {
    if (event.shiftKey && id !== rootId) {
      const all = this.model.all().map(node => node.id);
      const [from, to] = [all.indexOf(this.focus), all.indexOf(id)].sort((a, b) => a - b) as [number, number];
      this.set(this.model.outermost([...this.chosen, ...all.slice(Math.max(0, from), to + 1)].filter(other => other !== rootId)), id);
    } else if ((event.ctrlKey || event.metaKey) && id !== rootId) {
      const others = [...this.chosen].filter(other => other !== rootId && other !== id);
      const isLess = this.chosen.has(id) && others.length > 0;
      this.set(isLess ? others : [...others, id], isLess ? others.at(-1)! : id);
    } else {
      this.only(id);
    }
  }
}
