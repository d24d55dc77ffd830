import { adopt } from './styles';
import { Model, Patch, rootId } from './model';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Whole {
  revision: number;
  savedAt: string;
  html: string;
  css: string;
  canvasCss: string;
  theme: string;
}

/** The page inside its frame: a shadow root with the served HTML, and a layer above it for outlines and the pointer. */
export class Canvas {
  readonly layer: HTMLElement;
  readonly marks: HTMLElement;
  private readonly shadow: ShadowRoot;
  private readonly page: HTMLElement;
  private readonly wrap: HTMLElement;
  private boxes = new Map<string, Box>();
  private isStale = true;
  private sheets: string[] = [];
  private theme = '';
  private isDark = false;

  constructor(
    readonly host: HTMLElement,
    readonly scroller: HTMLElement,
    private readonly model: Model,
    private readonly emptyWords: (id: string) => string,
    private readonly changed: () => void,
  ) {
    this.shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    this.shadow.innerHTML = '<div class="wrap"><div class="pg-doc" inert></div><div class="layer"></div><div class="marks"></div></div>';
    this.wrap = this.shadow.querySelector('.wrap')!;
    this.page = this.shadow.querySelector('.pg-doc')!;
    this.layer = this.shadow.querySelector('.layer')!;
    this.marks = this.shadow.querySelector('.marks')!;
    new ResizeObserver(() => this.remeasure()).observe(this.page);
    scroller.addEventListener('scroll', () => this.remeasure(), { passive: true });
    this.page.addEventListener('load', () => this.remeasure(), true);
  }

  async show(whole: Whole): Promise<void> {
    this.sheets = [whole.css, whole.canvasCss];
    this.theme = whole.theme;
    await this.restyle();
    this.page.innerHTML = whole.html;
    this.settle();
  }

  async look(isDark: boolean): Promise<void> {
    this.isDark = isDark;
    await this.restyle();
    this.remeasure();
  }

  apply(patch: Patch): void {
    const slot = this.slot(rootId);
    const drawn: HTMLElement[] = [];
    const fresh = new Map<string, HTMLElement>();
    for (const { html, tree } of patch.nodes) {
      const template = document.createElement('template');
      template.innerHTML = html;
      const node = template.content.querySelector<HTMLElement>('.pb-node');
      const old = this.node(tree.id);
      const isSettledByOrder = patch.order?.includes(tree.id) && old?.parentElement !== slot;
      if (node) {
        drawn.push(node);
      }

      if (node && (isSettledByOrder || !old)) {
        fresh.set(tree.id, node);
      } else if (node && old) {
        old.replaceWith(node);
      } else {
        old?.remove();
      }
    }

    if (patch.order && slot) {
      const kept = new Map([...slot.children].map(child => [(child as HTMLElement).dataset['block'] ?? '', child as HTMLElement]));
      const wanted = patch.order.map(id => fresh.get(id) ?? kept.get(id)).filter(node => node !== undefined);
      arrange(slot, wanted);
      this.page.querySelector('.pg-top')?.classList.toggle('pg-top--over', wanted[0]?.dataset['kind'] === 'hero');
    }

    if (patch.theme) {
      this.theme = patch.theme;
      void this.restyle();
    }

    this.settle(drawn);
  }

  node(id: string): HTMLElement | null {
    return this.page.querySelector<HTMLElement>(`.pb-node[data-block="${CSS.escape(id)}"]`);
  }

  slot(id: string): HTMLElement | null {
    return this.page.querySelector<HTMLElement>(`.pb-slot[data-slot="${CSS.escape(id)}"]`);
  }

  /** Where a block stands, counted from the top left of the page. */
  box(id: string): Box | undefined {
    // One block is measured by itself: all 1,500 of a long page are only needed while a pointer moves over it.
    return this.isStale ? this.measured(this.node(id)) : this.boxes.get(id);
  }

  slotBox(id: string): Box | undefined {
    const slot = this.slot(id);
    return slot ? this.relative(slot.getBoundingClientRect()) : undefined;
  }

  /** The innermost block at a point of the window. */
  at(x: number, y: number): string | undefined {
    this.measure();
    const origin = this.wrap.getBoundingClientRect();
    return this.deepest(this.model.root.inner, x - origin.left, y - origin.top);
  }

  point(x: number, y: number): { x: number; y: number } {
    const origin = this.wrap.getBoundingClientRect();
    return { x: x - origin.left, y: y - origin.top };
  }

  reveal(id: string): void {
    const box = this.box(id);
    if (!box) {
      return;
    }

    const top = this.scroller.scrollTop;
    const height = this.scroller.clientHeight;
    if (box.top < top || box.top + Math.min(box.height, height) > top + height) {
      this.scroller.scrollTo({ top: Math.max(0, box.top - 48) });
    }
  }

  remeasure(): void {
    this.isStale = true;
    this.changed();
  }

  private async restyle(): Promise<void> {
    await adopt(this.shadow, [...this.sheets, this.theme].filter(href => href), this.isDark);
    this.remeasure();
  }

  private deepest(nodes: { id: string; inner: never[] | any[] }[], x: number, y: number): string | undefined {
    for (let i = nodes.length - 1; i >= 0; i--) {
      const box = this.boxes.get(nodes[i]!.id);
      if (box && x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height) {
        return this.deepest(nodes[i]!.inner, x, y) ?? nodes[i]!.id;
      }
    }

    return undefined;
  }

  private settle(drawn: HTMLElement[] = [...this.page.querySelectorAll<HTMLElement>('.pb-slot > .pb-node')]): void {
    for (const node of drawn.flatMap(top => [top, ...top.querySelectorAll<HTMLElement>('.pb-node')])) {
      const isHollow = !node.querySelector('*');
      node.classList.toggle('pb-hollow', isHollow);
      if (isHollow) {
        node.dataset['hollow'] = this.emptyWords(node.dataset['block'] ?? '');
      }
    }

    for (const slot of this.page.querySelectorAll<HTMLElement>('.pb-slot')) {
      slot.classList.toggle('pb-bare', !slot.firstElementChild);
    }

    this.remeasure();
  }

  private measure(): void {
    if (!this.isStale) {
      return;
    }

    this.isStale = false;
    this.boxes = new Map();
    for (const node of this.page.querySelectorAll<HTMLElement>('.pb-node')) {
      const box = this.measured(node);
      if (box) {
        this.boxes.set(node.dataset['block'] ?? '', box);
      }
    }
  }

  private measured(node: HTMLElement | null): Box | undefined {
    if (!node) {
      return undefined;
    }

    const rect = node.getBoundingClientRect();
    // What is fixed or sticky leaves its own place empty.
    return this.relative(rect.height === 0 && node.firstElementChild ? node.firstElementChild.getBoundingClientRect() : rect);
  }

  private relative(rect: DOMRect): Box {
    const origin = this.wrap.getBoundingClientRect();
    return { left: rect.left - origin.left, top: rect.top - origin.top, width: rect.width, height: rect.height };
  }
}

/** Puts children into an order with as few moves as it takes: what stands right already is not touched. */
export function arrange(parent: Element, wanted: Element[]): void {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) {
    if (!kept.has(child)) {
      child.remove();
    }
  }

  let at = parent.firstElementChild;
  wanted.forEach((node, i) => {
    if (at === node) {
      at = at.nextElementSibling;
    } else if (at && at === wanted[i + 1] || !at || node.parentElement !== parent) {
      parent.insertBefore(node, at);
    } else if (at.nextElementSibling === node) {
      // Everything after a block that went further down stands right once that one is out of the way.
      const gone = at;
      at = node.nextElementSibling;
      parent.insertBefore(gone, null);
    } else {
      parent.insertBefore(node, at);
    }
  });
}
