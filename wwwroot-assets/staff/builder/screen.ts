import type { DotNetObject } from '../builder';
import { Canvas, Whole } from './canvas';
import { Drag } from './drag';
import { listenToHands } from './hands';
import { listenToKeys } from './keyboard';
import { step } from './keys';
import { Marks, Peer } from './marks';
import { Dragged, Kind, Model, Patch, Place, rootId, Tree } from './model';
import { Outline } from './outline';
import { Intent, Queue, Reply } from './queue';
import { Selection } from './selection';
import { Surround } from './surround';

export interface Options {
  page: string;
  language: string;
  kinds: Kind[];
  texts: Record<string, string>;
}

/** One open builder in the browser. It decides where something may go; the server does it. */
export class Builder {
  readonly model: Model;
  readonly canvas: Canvas;
  readonly outline: Outline;
  readonly drag: Drag;
  readonly marks: Marks;
  readonly selection: Selection;
  readonly surround: Surround;
  readonly texts: Record<string, string>;
  /** What is chosen, as it goes to the clipboard. */
  clip = '';
  private readonly queue: Queue;
  private readonly live: HTMLElement;
  private readonly leaving = new AbortController();
  private hover: string | undefined;
  private peers: Peer[] = [];
  private revision = 0;
  private early: Patch[] = [];
  private isLoaded = false;

  constructor(private readonly root: HTMLElement, private readonly dotnet: DotNetObject, private readonly options: Options) {
    const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
    this.live = part('live');
    this.texts = options.texts;
    this.model = new Model(options.kinds);
    this.canvas = new Canvas(part('canvas'), part('screen'), this.model, id => this.emptyWords(id), () => this.marks?.schedule());
    this.outline = new Outline(part('outline'), this.model, options.texts);
    this.drag = new Drag(this.canvas, this.outline, this.model, (what, place) => this.drop(what, place), () => this.surround.sheet(null));
    this.selection = new Selection(this.model, () => this.chose());
    this.marks = new Marks(this.canvas, this.model, options.texts, () => ({ chosen: this.selection.chosen, focus: this.selection.focus, hover: this.hover, peers: this.peers, isBusy: this.drag.isOn }), act => this.act(act));
    this.surround = new Surround(root, this.canvas);
    this.queue = new Queue(
      `autoportal.builder.${options.page}`,
      (op, intent) => this.dotnet.invokeMethodAsync<Reply>('ActAsync', op, intent),
      (reply, intent) => this.answered(reply, intent),
      saving => this.surround.showSaving(saving));
    listenToHands(this, root, this.leaving.signal);
    listenToKeys(this, root, this.leaving.signal);
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
    if (this.selection.keep()) {
      this.tell();
    }

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
      this.selection.set(there, there.at(-1)!);
      this.canvas.reveal(this.selection.focus);
    }
  }

  inspectorIsSaving(isSaving: boolean): void {
    if (this.queue.isEmpty) {
      this.surround.showSaving(isSaving ? 'saving' : 'saved');
    }
  }

  /** Puts a new block after the chosen one, or inside it where only that is possible. */
  putKind(kind: string): void {
    const place = this.placeFor({ ids: [], kind });
    if (place) {
      this.queue.put({ act: 'put', kind, ...place });
      this.surround.sheet(null);
    } else {
      this.say(this.options.texts['no_place'] ?? '');
    }
  }

  act(act: string): void {
    const ids = this.selection.blocks;
    const seen = this.revision;
    switch (act) {
      case 'undo': case 'redo': this.queue.put({ act }); break;
      case 'up': this.shift('ArrowUp'); break;
      case 'down': this.shift('ArrowDown'); break;
      case 'parent': this.choose([this.model.parent(this.selection.focus)?.id ?? rootId]); break;
      case 'duplicate': if (ids.length > 0) { this.queue.put({ act, ids, seen }); } break;
      case 'delete': if (ids.length > 0) { this.selection.beside(ids); this.queue.put({ act, ids, seen }); } break;
      default: break;
    }
  }

  paste(blocks: string): void {
    this.queue.put({ act: 'paste', blocks, ids: [this.selection.focus] });
  }

  pointAt(id: string | undefined): void {
    if (id !== this.hover) {
      this.hover = id;
      this.marks.schedule();
    }
  }

  showKeys(): void {
    void this.dotnet.invokeMethodAsync('ShowKeysAsync');
  }

  private drop(what: Dragged, place: Place): void {
    this.queue.put(what.ids.length > 0
      ? { act: 'move', ids: this.model.outermost(what.ids), ...place, seen: this.revision }
      : { act: 'put', kind: what.kind, ...place });
  }

  private placeFor(what: Dragged): Place | undefined {
    for (let id = this.selection.focus; ; id = this.model.parent(id)?.id ?? rootId) {
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

  /** Moves what is chosen one step up, down, out or in. */
  shift(key: string): void {
    const ids = this.selection.blocks;
    // Several go together with the one that leads the way.
    const leader = key === 'ArrowDown' ? ids.at(-1) : ids[0];
    const to = leader && step(this.model, leader, key);
    if (to && ids.every(id => !this.model.isInside(to.parent, id))) {
      this.queue.put({ act: 'move', ids, parent: to.parent, index: to.index, seen: this.revision });
    } else if (leader) {
      this.say(this.options.texts['cannot_move'] ?? '');
    }
  }

  private answered(reply: Reply, intent: Intent): void {
    if (reply.patch) {
      this.hear(reply.patch);
    }

    if (reply.select) {
      this.choose(reply.select);
    } else if (intent.act === 'move') {
      this.canvas.reveal(this.selection.focus);
      this.sayPlace(this.selection.focus);
    }

    if (reply.say) {
      this.say(reply.say);
    }
  }

  private chose(): void {
    this.outline.mark(this.selection.chosen, this.selection.focus);
    this.marks.schedule();
    this.tell();
  }

  private tell(): void {
    const ids = [...this.selection.chosen];
    void this.dotnet.invokeMethodAsync<string>('ChooseAsync', ids).then(clip => { this.clip = clip; }, () => undefined);
  }

  private redraw(): void {
    this.outline.draw(this.selection.chosen, this.selection.focus);
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

  say(words: string): void {
    this.live.textContent = '';
    requestAnimationFrame(() => { this.live.textContent = words; });
  }

  private emptyWords(id: string): string {
    const node = this.model.find(id);
    return (this.options.texts['hollow'] ?? '{0}').replace('{0}', node ? this.model.name(node) : '');
  }

  private showSaved(at: string): void {
    this.surround.showSavedAt(at);
    if (this.queue.isEmpty && this.surround.saving !== 'offline') {
      this.surround.showSaving('saved');
    }
  }
}
