import { hash, newId, normalise } from './codes';
import { Refused, type Answer, Server, Unreachable } from './server';
import type { Act, Person, Store } from './store';
import type { Tone, View } from './view';

const batch = 50;
const tones: Record<string, Tone> = { done: 'ok', used: 'warn', other_day: 'warn', unconfirmed: 'warn' };

function clock(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** Lets people in: asks the server where it can be reached, else decides by the list and tells the server later. */
export class Door {
  private isOn = navigator.onLine;
  private sending: Promise<Map<string, Answer>> | null = null;

  constructor(
    private readonly activity: string,
    private readonly store: Store,
    private readonly server: Server,
    private readonly view: View,
  ) {}

  async byCode(typed: string, how: 'scanned' | 'typed'): Promise<void> {
    const code = normalise(typed);
    if (code === null) {
      this.view.answer('bad', '', this.view.say('not_listed'));
      return;
    }

    const key = await hash(this.activity, code);
    const person = this.store.list()?.people.find(p => p.h === key);
    await this.take({ id: newId(), code, at: new Date().toISOString(), how, name: person?.n ?? '' }, person);
  }

  byName(person: Person): Promise<void> {
    return this.take({ id: newId(), signUpId: person.id, at: new Date().toISOString(), how: 'found', name: person.n }, person);
  }

  /** Fetches the list anew and sends what waits; called now and then, and whenever the network comes back. */
  async catchUp(): Promise<void> {
    try {
      this.tell(await this.flush());
      this.store.keepList(await this.server.list());
      this.isOn = true;
    } catch (fault) {
      this.lost(fault);
    }

    this.show();
  }

  show(): void {
    const list = this.store.list();
    const queued = this.store.queue().length;
    const words = [
      this.view.say(this.isOn ? 'online' : 'offline'),
      queued > 0 ? this.view.say('queued_words', String(queued)) : '',
      list?.isCut ? this.view.say('list_cut', String(list.people.length)) : '',
      this.store.isKept ? '' : this.view.say('storage_full'),
    ];
    this.view.net(this.isOn, words.filter(w => w !== '').join(' '), queued > 0);
    this.view.counts(list?.people ?? null, queued);
    this.view.conflicts(this.store.conflicts());
    this.view.people(list?.people ?? [], this.view.root.querySelector<HTMLInputElement>('[name=code]')!.value, p => void this.byName(p));
  }

  private async take(act: Act, person: Person | undefined): Promise<void> {
    this.store.push(act);
    try {
      const answers = await this.flush(act.id);
      this.isOn = true;
      const answer = answers.get(act.id);
      if (answer) {
        this.said(answer, act, person);
      }

      answers.delete(act.id);
      this.tell(answers);
    } catch (fault) {
      this.lost(fault);
      if (fault instanceof Refused) {
        this.store.drop(new Set([act.id]));
        this.view.answer('bad', act.name ?? '', fault.message);
      } else {
        this.note(act, person);
      }
    }

    this.show();
  }

  private said(answer: Answer, act: Act, person: Person | undefined): void {
    const anyway = answer.outcome === 'other_day' ? () => void this.take({ ...act, id: newId(), at: new Date().toISOString(), anyway: true }, person) : null;
    const name = [answer.name ?? person?.n ?? '', answer.session ?? ''].filter(w => w !== '').join(' · ');
    this.view.answer(tones[answer.outcome] ?? 'bad', name, answer.words, anyway);
    this.settle(answer);
  }

  // Without a network the list decides; what it does not know is not guessed.
  private note(act: Act, person: Person | undefined): void {
    const state = person?.s;
    if (person && (state === 'confirmed' || state === 'no_show')) {
      const queued = this.store.queue().find(a => a.id === act.id)!;
      [queued.noted, queued.signUpId] = [true, person.id];
      this.store.keepQueue();
      this.store.mark(person.id, 'checked_in');
      this.view.answer('ok', `${person.n} · ${person.t}`, this.view.say('noted'));
      return;
    }

    this.store.drop(new Set([act.id]));
    const words = !person ? 'not_listed_offline' : state === 'checked_in' || state === 'rewarded' ? 'already_noted' : state === 'signed' ? 'unconfirmed' : (state ?? '');
    this.view.answer(person && (state === 'checked_in' || state === 'rewarded') ? 'warn' : 'bad', person?.n ?? '', this.view.say(words));
  }

  /** Sends everything that waits, `first` among the first; what was answered leaves the queue. */
  private async flush(first?: string): Promise<Map<string, Answer>> {
    // One at a time: two gates' worth of the same acts at once would only be answered twice.
    while (this.sending) {
      await this.sending.catch(() => undefined);
    }

    this.sending = this.send(first);
    try {
      return await this.sending;
    } finally {
      this.sending = null;
    }
  }

  private async send(first?: string): Promise<Map<string, Answer>> {
    const answers = new Map<string, Answer>();
    while (this.store.queue().length > 0) {
      const acts = [...this.store.queue()].sort((a, b) => Number(b.id === first) - Number(a.id === first)).slice(0, batch);
      const got = await this.server.send(acts);
      for (const answer of got) {
        const act = acts.find(a => a.id === answer.id);
        if (act?.noted && answer.outcome !== 'done') {
          this.store.keepConflicts([...this.store.conflicts(), { id: act.id, name: act.name ?? '', at: clock(act.at), words: answer.words }]);
        }

        answers.set(answer.id, answer);
      }

      this.store.drop(new Set(got.map(a => a.id)));
      if (got.length === 0) {
        break;
      }
    }

    return answers;
  }

  private tell(answers: Map<string, Answer>): void {
    for (const answer of answers.values()) {
      this.settle(answer);
    }
  }

  private settle(answer: Answer): void {
    if (answer.signUpId && (answer.outcome === 'done' || answer.outcome === 'used')) {
      this.store.mark(answer.signUpId, 'checked_in');
    }
  }

  private lost(fault: unknown): void {
    if (fault instanceof Unreachable) {
      this.isOn = false;
    } else if (fault instanceof Refused) {
      this.view.answer('bad', '', fault.message);
    } else {
      throw fault;
    }
  }
}
