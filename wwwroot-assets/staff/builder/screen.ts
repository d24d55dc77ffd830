import type { DotNetObject } from '../builder';
import { Canvas, Whole } from './canvas';
import { Drag } from './drag';
import { neighbour, step } from './keys';
import { Marks, Peer } from './marks';
import { Dragged, Kind, Model, Patch, Place, rootId, Tree } from './model';
import { Outline } from './outline';
import { Intent, Queue, Reply, Saving } from './queue';

export interface Options {
  page: string;
  language: string;
  kinds: Kind[];
  texts: Record<string, string>;
}

const frames = [360, 375, 390, 430, 768];
const marker = 'autoportal-blocks';

/** What the hands do in the builder: pointing, dragging, keys, clipboard. It decides where something may go; the server does it. */
export class Builder {
  private readonly model: Model;
  private readonly canvas: Canvas;
  private readonly outline: Outline;
  private readonly drag: Drag;
  private readonly marks: Marks;
  private readonly queue: Queue;
  private readonly live: HTMLElement;
  private readonly leaving = new AbortController();
  private chosen = new Set<string>([rootId]);
  private focus = rootId;
  private hover: string | undefined;
  private peers: Peer[] = [];
  private revision = 0;
  private early: Patch[] = [];
  private clip = '';
  private isLoaded = false;

  constructor(private readonly root: HTMLElement, private readonly dotnet: DotNetObject, private readonly options: Options) {
    const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
    this.live = part('live');
    this.model = new Model(options.kinds);
    this.canvas = new Canvas(part('canvas'), part('screen'), this.model, id => this.emptyWords(id), () => this.marks?.schedule());
    this.outline = new Outline(part('outline'), this.model, options.texts);
    this.drag = new Drag(this.canvas, this.outline, this.model, (what, place) => this.drop(what, place), () => this.sheet(null));
    this.marks = new Marks(this.canvas, this.model, options.texts, () => ({ chosen: this.chosen, focus: this.focus, hover: this.hover, peers: this.peers, isBusy: this.drag.isOn }), act => this.act(act));
    this.queue = new Queue(
      `autoportal.builder.${options.page}`,
      (op, intent) => this.dotnet.invokeMethodAsync<Reply>('ActAsync', op, intent),
      (reply, intent) => this.answered(reply, intent),
      saving => this.showSaving(saving));
    this.listen();
    this.frame(Number(localStorage.getItem('autoportal.builder.frame') ?? 390));
    void this.look(localStorage.getItem('autoportal.builder.look') ?? 'light');
  }

  close(): void {
    this.leaving.abort();
  }

  async load(): Promise<void> {
    this.root.dataset['loading'] = '';
    const answer = await fetch(`/app/pages/${this.options.page}/canvas?language=${this.options.language}`, { headers: { accept: 'application/json' } });
    if (!answer.ok) {
      this.root.dataset['failed'] = '';
      return;
    }

    const whole = (await answer.json()) as Whole & { tree: Tree[] };
    this.model.load(whole.tree);
    this.revision = whole.revision;
    await this.canvas.show(whole);
    delete this.root.dataset['loading'];
    this.isLoaded = true;
    this.redraw();
    const missed = await this.dotnet.invokeMethodAsync<Patch | null>('StartAsync', whole.revision, this.options.language);
    if (missed) {
      this.hear(missed);
    }

    this.showSaved(whole.savedAt);
    this.tell();
    void this.queue.run();
  }

  /** A change that is to be shown: somebody else's, or the inspector's. */
  hear(patch: Patch): void {
    if (patch.revision <= this.revision) {
      return;
    }

    if (patch.from !== this.revision) {
      this.early.push(patch);
      // A patch that never comes would leave the canvas behind for good.
      setTimeout(() => this.early.includes(patch) && patch.revision > this.revision && void this.load(), 1_500);
      return;
    }

    this.model.apply(patch);
    this.canvas.apply(patch);
    this.revision = patch.revision;
    this.showSaved(patch.savedAt);
    const next = this.early.find(other => other.from === this.revision);
    this.early = this.early.filter(other => other.revision > this.revision && other !== next);
    this.keepChosen();
    this.redraw();
    if (next) {
      this.hear(next);
    }
  }

  showPeers(peers: Peer[]): void {
    this.peers = peers;
    this.marks.schedule();
  }

  choose(ids: string[]): void {
    const there = ids.filter(id => this.model.find(id));
    if (there.length > 0) {
      this.setChosen(there, there.at(-1)!);
      this.canvas.reveal(this.focus);
    }
  }

  inspectorIsSaving(isSaving: boolean): void {
    if (this.queue.isEmpty) {
      this.showSaving(isSaving ? 'saving' : 'saved');
    }
  }

  /** Puts a new block after the chosen one, or inside it where only that is possible. */
  putKind(kind: string): void {
    const place = this.placeFor({ ids: [], kind });
    if (place) {
      this.queue.put({ act: 'put', kind, ...place });
      this.sheet(null);
    } else {
      this.say(this.options.texts['no_place'] ?? '');
    }
  }

  act(act: string): void {
    const ids = this.model.outermost([...this.chosen].filter(id => id !== rootId));
    const seen = this.revision;
    switch (act) {
      case 'undo': case 'redo': this.queue.put({ act }); break;
      case 'up': this.shift('ArrowUp'); break;
      case 'down': this.shift('ArrowDown'); break;
      case 'parent': this.choose([this.model.parent(this.focus)?.id ?? rootId]); break;
      case 'duplicate': if (ids.length > 0) { this.queue.put({ act, ids, seen }); } break;
      case 'delete': if (ids.length > 0) { this.chooseBeside(ids); this.queue.put({ act, ids, seen }); } break;
      default: break;
    }
  }

  private drop(what: Dragged, place: Place): void {
    this.queue.put(what.ids.length > 0
      ? { act: 'move', ids: this.model.outermost(what.ids), ...place, seen: this.revision }
      : { act: 'put', kind: what.kind, ...place });
  }

  private placeFor(what: Dragged): Place | undefined {
    for (let id = this.focus; ; id = this.model.parent(id)?.id ?? rootId) {
      const beside = this.model.place(id);
      if (beside && this.model.maySettle(what, beside.parent)) {
        return { parent: beside.parent, index: beside.index + 1 };
      }

      if (this.model.maySettle(what, id)) {
        return { parent: id, index: this.model.find(id)!.inner.length };
      }

      if (id === rootId) {
        return undefined;
      }
    }
  }

  private shift(key: string): void {
    const ids = this.model.outermost([...this.chosen].filter(id => id !== rootId));
    // Several go together with the one that leads the way.
    const leader = key === 'ArrowDown' ? ids.at(-1) : ids[0];
    const to = leader && step(this.model, leader, key);
    if (to && ids.every(id => !this.model.isInside(to.parent, id))) {
      this.queue.put({ act: 'move', ids, parent: to.parent, index: to.index, seen: this.revision });
    } else if (leader) {
      this.say(this.options.texts['cannot_move'] ?? '');
    }
  }

  private chooseBeside(ids: string[]): void {
    const place = this.model.place(ids[0]!);
    const siblings = place ? this.model.find(place.parent)!.inner.filter(node => !ids.includes(node.id)) : [];
    const next = siblings[Math.min(place?.index ?? 0, siblings.length - 1)]?.id ?? place?.parent ?? rootId;
    this.setChosen([next], next);
  }

  private answered(reply: Reply, intent: Intent): void {
    if (reply.patch) {
      this.hear(reply.patch);
    }

    if (reply.select) {
      this.choose(reply.select);
    } else if (intent.act === 'move') {
      this.canvas.reveal(this.focus);
      this.sayPlace(this.focus);
    }

    if (reply.say) {
      this.say(reply.say);
    }
  }

  private setChosen(ids: string[], focus: string): void {
    this.chosen = new Set(ids);
    this.focus = focus;
    this.outline.mark(this.chosen, this.focus);
    this.marks.schedule();
    this.tell();
  }

  private keepChosen(): void {
    const kept = [...this.chosen].filter(id => this.model.find(id));
    if (kept.length !== this.chosen.size || !this.model.find(this.focus)) {
      this.chosen = new Set(kept.length > 0 ? kept : [rootId]);
      this.focus = [...this.chosen].at(-1)!;
      this.tell();
    }
  }

  private tell(): void {
    const ids = [...this.chosen];
    void this.dotnet.invokeMethodAsync<string>('ChooseAsync', ids).then(clip => { this.clip = clip; }, () => undefined);
  }

  private redraw(): void {
    this.outline.draw(this.chosen, this.focus);
    this.marks.schedule();
    this.root.classList.toggle('pb-empty', this.isLoaded && this.model.root.inner.length === 0);
    for (const item of this.root.querySelectorAll<HTMLButtonElement>('[data-kind-item]')) {
      item.disabled = this.model.isUsedUp(item.dataset['kindItem'] ?? '');
    }
  }

  private sayPlace(id: string): void {
    const place = this.model.place(id);
    const node = this.model.find(id);
    const parent = place && this.model.find(place.parent);
    if (node && place && parent) {
      const words = parent.id === rootId ? this.options.texts['page'] : this.model.name(parent);
      this.say((this.options.texts['moved'] ?? '').replace('{0}', this.model.name(node)).replace('{1}', words ?? '').replace('{2}', String(place.index + 1)).replace('{3}', String(parent.inner.length)));
    }
  }

  private say(words: string): void {
    this.live.textContent = '';
    requestAnimationFrame(() => { this.live.textContent = words; });
  }

  private emptyWords(id: string): string {
    const node = this.model.find(id);
    return (this.options.texts['hollow'] ?? '{0}').replace('{0}', node ? this.model.name(node) : '');
  }

  private showSaving(saving: Saving): void {
    this.root.dataset['saving'] = saving;
  }

  private showSaved(at: string): void {
    const time = this.root.querySelector<HTMLElement>('[data-saved-at]');
    if (time && at) {
      time.textContent = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' }).format(new Date(at));
    }

    if (this.queue.isEmpty && this.root.dataset['saving'] !== 'offline') {
      this.showSaving('saved');
    }
  }

  private frame(width: number): void {
    const chosen = frames.includes(width) ? width : 390;
    localStorage.setItem('autoportal.builder.frame', String(chosen));
    this.root.style.setProperty('--frame', `${chosen}px`);
    this.press('[data-frame]', button => button.dataset['frame'] === String(chosen));
    this.canvas.remeasure();
  }

  private async look(look: string): Promise<void> {
    localStorage.setItem('autoportal.builder.look', look);
    this.press('[data-look]', button => button.dataset['look'] === look);
    await this.canvas.look(look === 'dark');
  }

  private press(selector: string, isOn: (button: HTMLElement) => boolean): void {
    this.root.querySelectorAll<HTMLElement>(selector).forEach(button => button.setAttribute('aria-pressed', String(isOn(button))));
  }

  private sheet(name: string | null): void {
    if (name) {
      this.root.dataset['sheet'] = this.root.dataset['sheet'] === name ? '' : name;
    } else {
      this.root.dataset['sheet'] = '';
    }

    this.press('[data-sheet-open]', button => button.dataset['sheetOpen'] === this.root.dataset['sheet']);
  }

  private listen(): void {
    const { signal } = this.leaving;
    const { layer, marks } = this.canvas;
    layer.addEventListener('pointerdown', event => this.pressed(event), { signal });
    layer.addEventListener('pointermove', event => this.pointAt(this.canvas.at(event.clientX, event.clientY)), { signal });
    layer.addEventListener('pointerleave', () => this.pointAt(undefined), { signal });
    layer.addEventListener('click', event => this.clicked(event, this.canvas.at(event.clientX, event.clientY) ?? rootId), { signal });
    marks.addEventListener('pointerdown', event => {
      const grip = (event.target as Element).closest('[data-grip]');
      if (grip) {
        event.preventDefault();
        this.drag.watch(event, () => this.dragged(), () => this.label(), true);
      }
    }, { signal });
    this.outline.host.addEventListener('pointerdown', event => {
      const id = (event.target as Element).closest<HTMLElement>('.pbo-row')?.dataset['id'];
      if (id && id !== rootId) {
        this.drag.watch(event, () => this.dragged(id), () => this.label(id));
      }
    }, { signal });
    this.outline.host.addEventListener('click', event => {
      const row = (event.target as Element).closest<HTMLElement>('.pbo-row');
      const id = row?.dataset['id'];
      if (id && (event.target as Element).closest('.pbo-twist') && this.outline.toggle(id)) {
        this.outline.draw(this.chosen, this.focus);
      } else if (id) {
        this.clicked(event, id);
        this.canvas.reveal(id);
      }
    }, { signal });
    this.root.addEventListener('pointerdown', event => {
      const item = (event.target as Element).closest<HTMLButtonElement>('[data-kind-item]');
      if (item && !item.disabled) {
        this.drag.watch(event, () => ({ ids: [], kind: item.dataset['kindItem']! }), () => this.model.kind(item.dataset['kindItem']!)?.name ?? '');
      }
    }, { signal });
    this.root.addEventListener('click', event => this.buttons(event.target as Element), { signal });
    this.root.querySelector('[data-part="stage"]')?.addEventListener('click', event => {
      if (event.target === event.currentTarget) {
        this.setChosen([rootId], rootId);
      }
    }, { signal });
    window.addEventListener('pb-drag-over', () => this.marks.schedule(), { signal });
    window.addEventListener('keydown', event => this.key(event), { signal });
    document.addEventListener('copy', event => this.copy(event, false), { signal });
    document.addEventListener('cut', event => this.copy(event, true), { signal });
    document.addEventListener('paste', event => this.paste(event), { signal });
  }

  private buttons(target: Element): void {
    const button = target.closest<HTMLElement>('button');
    if (!button) {
      return;
    }

    const { kindItem, builderAct, frame, look, sheetOpen, fold } = button.dataset;
    if (kindItem) {
      this.putKind(kindItem);
    } else if (builderAct) {
      this.act(builderAct);
    } else if (frame) {
      this.frame(Number(frame));
    } else if (look) {
      void this.look(look);
    } else if (sheetOpen !== undefined) {
      this.sheet(sheetOpen || null);
    } else if (fold) {
      const isFolded = this.root.classList.toggle(`fold-${fold}`);
      button.setAttribute('aria-expanded', String(!isFolded));
    }
  }

  private pressed(event: PointerEvent): void {
    this.canvas.host.focus({ preventScroll: true });
    const id = this.canvas.at(event.clientX, event.clientY);
    if (id) {
      this.drag.watch(event, () => this.dragged(id), () => this.label(id));
    }
  }

  // A block of the selection takes the others along; any other comes alone.
  private dragged(id?: string): Dragged | undefined {
    if (id && !this.chosen.has(id)) {
      this.setChosen([id], id);
    }

    const ids = this.model.outermost([...this.chosen].filter(chosen => chosen !== rootId));
    return ids.length > 0 ? { ids, kind: '' } : undefined;
  }

  private label(id?: string): string {
    const count = id && !this.chosen.has(id) ? 1 : this.model.outermost([...this.chosen].filter(chosen => chosen !== rootId)).length;
    const node = this.model.find(id ?? this.focus);
    return count > 1 ? (this.options.texts['many'] ?? '').replace('{0}', String(count)) : node ? this.model.name(node) : '';
  }

  private pointAt(id: string | undefined): void {
    if (id !== this.hover) {
      this.hover = id;
      this.marks.schedule();
    }
  }

  private clicked(event: MouseEvent, id: string): void {
    if (event.shiftKey && id !== rootId) {
      const all = this.model.all().map(node => node.id);
      const [from, to] = [all.indexOf(this.focus), all.indexOf(id)].sort((a, b) => a - b) as [number, number];
      this.setChosen(this.model.outermost([...this.chosen, ...all.slice(Math.max(0, from), to + 1)].filter(other => other !== rootId)), id);
    } else if ((event.ctrlKey || event.metaKey) && id !== rootId) {
      const others = [...this.chosen].filter(other => other !== rootId && other !== id);
      this.setChosen(this.chosen.has(id) && others.length > 0 ? others : [...others, id], this.chosen.has(id) && others.length > 0 ? others.at(-1)! : id);
    } else {
      this.setChosen([id], id);
    }
  }

  private isHere(target: EventTarget | null): boolean {
    const element = target instanceof Element ? target : document.activeElement;
    return element === this.canvas.host || this.outline.host.contains(element);
  }

  private key(event: KeyboardEvent): void {
    const isTyping = (event.target as Element).closest?.('input, textarea, select, [contenteditable="true"], dialog, [role="dialog"]') != null;
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (isCommand && !event.altKey && (key === 'z' || key === 'y') && !isTyping) {
      event.preventDefault();
      this.act(key === 'y' || event.shiftKey ? 'redo' : 'undo');
      return;
    }

    if (key === '?' && !isTyping) {
      event.preventDefault();
      void this.dotnet.invokeMethodAsync('ShowKeysAsync');
      return;
    }

    if (!this.isHere(event.target) || isTyping) {
      return;
    }

    if (event.altKey && key.startsWith('Arrow')) {
      event.preventDefault();
      this.shift(key);
    } else if (isCommand && key === 'd') {
      event.preventDefault();
      this.act('duplicate');
    } else if (isCommand && key === 'a') {
      event.preventDefault();
      const all = this.model.root.inner.map(node => node.id);
      if (all.length > 0) {
        this.setChosen(all, all.at(-1)!);
      }
    } else if (key === 'Delete' || key === 'Backspace') {
      event.preventDefault();
      this.act('delete');
    } else if (key === 'Escape') {
      this.choose([this.chosen.size > 1 ? this.focus : (this.model.parent(this.focus)?.id ?? rootId)]);
    } else if (key === 'Enter') {
      event.preventDefault();
      this.sheet('settings');
      this.root.querySelector<HTMLElement>('[data-part="inspector"] :is(input, textarea, select, button.tick)')?.focus();
    } else if (!isCommand && !event.altKey) {
      this.arrow(event, key);
    }
  }

  private arrow(event: KeyboardEvent, key: string): void {
    const isOutline = this.outline.host.contains(event.target as Node);
    if (isOutline && (key === 'ArrowLeft' || key === 'ArrowRight') && this.outline.toggle(this.focus, key === 'ArrowLeft')) {
      event.preventDefault();
      this.outline.draw(this.chosen, this.focus);
      return;
    }

    const to = neighbour(this.model, this.focus, key);
    if (to === undefined) {
      if (key.startsWith('Arrow')) {
        event.preventDefault();
      }

      return;
    }

    event.preventDefault();
    this.setChosen(event.shiftKey && to !== rootId ? [...this.chosen, to].filter(id => id !== rootId) : [to], to);
    this.canvas.reveal(to);
    if (!isOutline) {
      const node = this.model.find(to)!;
      this.say(to === rootId ? (this.options.texts['page'] ?? '') : `${this.model.name(node)} ${node.words}`);
    }
  }

  private copy(event: ClipboardEvent, isCut: boolean): void {
    if (!this.isHere(document.activeElement) || !this.clip) {
      return;
    }

    event.preventDefault();
    event.clipboardData?.setData('text/plain', this.clip);
    this.say((this.options.texts['copied'] ?? '').replace('{0}', String(this.chosen.size)));
    if (isCut) {
      this.act('delete');
    }
  }

  private paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!this.isHere(document.activeElement)) {
      return;
    }

    event.preventDefault();
    if (!text.includes(marker)) {
      this.say(this.options.texts['nothing_to_paste'] ?? '');
      return;
    }

    this.queue.put({ act: 'paste', blocks: text, ids: [this.focus] });
  }
}
