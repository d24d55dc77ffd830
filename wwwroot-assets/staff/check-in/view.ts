import type { Conflict, Person } from './store';

const many = 20;
const come = new Set(['checked_in', 'rewarded']);
const placed = new Set(['confirmed', 'checked_in', 'rewarded', 'no_show']);

export type Tone = 'ok' | 'warn' | 'bad';

/** What is on the page; it shows what it is told and knows nothing of queues and servers. */
export class View {
  readonly words: Record<string, string>;

  constructor(readonly root: HTMLElement) {
    this.words = JSON.parse(root.dataset.words ?? '{}') as Record<string, string>;
  }

  part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.root.querySelector<T>(`[data-${name}]`)!;
  }

  say(key: string, ...values: string[]): string {
    return values.reduce((said, value, i) => said.replaceAll(`{${i}}`, value), this.words[key] ?? key);
  }

  answer(tone: Tone, name: string, words: string, anyway: (() => void) | null = null): void {
    const box = this.part('answer');
    box.dataset.tone = tone;
    box.hidden = false;
    this.part('answer-name').textContent = name;
    this.part('answer-words').textContent = words;
    const button = this.part('anyway');
    button.hidden = anyway === null;
    button.onclick = anyway;
    navigator.vibrate?.(tone === 'ok' ? 60 : [60, 60, 60]);
  }

  net(isOn: boolean, words: string, canSend: boolean): void {
    const line = this.part('net');
    line.dataset.on = String(isOn);
    this.part('net-words').textContent = words;
    this.part('send').hidden = !canSend;
  }

  counts(people: readonly Person[] | null, queued: number): void {
    this.count('expected', people?.filter(p => placed.has(p.s)).length);
    this.count('arrived', people?.filter(p => come.has(p.s)).length);
    this.count('queued', queued);
  }

  people(people: readonly Person[], sought: string, take: (person: Person) => void): void {
    const wanted = sought.trim().toUpperCase();
    const found = people.filter(p => (wanted === '' ? p.s === 'confirmed' : p.t.endsWith(wanted) || p.n.toUpperCase().startsWith(wanted.slice(0, 1)) && !/^\d/.test(wanted)));
    const rows = found.slice(0, many).map(p => this.person(p, take));
    if (rows.length === 0 && wanted !== '') {
      const none = document.createElement('li');
      none.className = 'quiet';
      none.textContent = this.say('none_found');
      rows.push(none);
    }

    this.part('people').replaceChildren(...rows);
  }

  conflicts(all: readonly Conflict[]): void {
    this.part('conflicts').hidden = all.length === 0;
    this.part('conflict-list').replaceChildren(
      ...all.map(c => {
        const row = document.createElement('li');
        const name = document.createElement('strong');
        name.textContent = `${c.name} · ${c.at}`;
        const words = document.createElement('span');
        words.textContent = c.words;
        row.append(name, words);
        return row;
      }),
    );
  }

  private person(p: Person, take: (person: Person) => void): HTMLLIElement {
    const row = document.createElement('li');
    const text = document.createElement('span');
    const name = document.createElement('strong');
    name.textContent = `${p.n} · ${p.t}`;
    const more = document.createElement('small');
    more.textContent = [p.w, p.d].filter(w => w !== '').join(' · ');
    text.append(name, more);
    row.append(text);
    if (p.s === 'confirmed' || p.s === 'no_show') {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn';
      button.textContent = this.say('let_in');
      button.setAttribute('aria-label', `${this.say('let_in')} ${p.n} ${p.t}`);
      button.addEventListener('click', () => take(p));
      row.append(button);
    } else {
      const state = document.createElement('span');
      state.className = 'said';
      state.dataset.tone = come.has(p.s) ? 'ok' : 'warn';
      state.textContent = this.say(`state_${p.s}`);
      row.append(state);
    }

    return row;
  }

  private count(name: string, value: number | undefined): void {
    this.root.querySelector(`[data-count=${name}]`)!.textContent = value === undefined ? '–' : String(value);
  }
}
