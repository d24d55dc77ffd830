// What the device keeps so that the door works without a network: today's list, masked, with hashes instead of codes, and the acts not yet sent.
// A list is good for its day and for whoever fetched it; acts stay until they were sent.
export interface Person {
  id: string;
  h: string;
  n: string;
  t: string;
  s: string;
  w: string;
  d: string;
}

export interface ExpectedList {
  day: string;
  isCut: boolean;
  people: Person[];
}

export interface Act {
  id: string;
  code?: string;
  signUpId?: string;
  at: string;
  how: 'scanned' | 'typed' | 'found';
  anyway?: boolean;
  /** Masked, for words about it later; not sent. */
  name?: string;
  /** Let in without asking the server. */
  noted?: boolean;
}

export interface Conflict {
  id: string;
  name: string;
  at: string;
  words: string;
}

const lists = 'door.list.';
const queues = 'door.queue.';
const conflicts = 'door.conflicts.';

/** The day in Shanghai. */
export function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** Whether the browser took it. */
function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export class Store {
  private readonly key: string;
  private acts: Act[];
  private seen: ExpectedList | null = null;
  /** False once the browser refused to keep something: then only this page remembers it. */
  isKept = true;

  constructor(who: string, activity: string) {
    this.key = `${who}.${activity}`;
    this.acts = read<Act[]>(queues + this.key) ?? [];
    Store.clean(who);
  }

  list(): ExpectedList | null {
    this.seen ??= read<ExpectedList>(lists + this.key);
    if (this.seen && this.seen.day !== today()) {
      this.seen = null;
      localStorage.removeItem(lists + this.key);
    }

    return this.seen;
  }

  keepList(list: ExpectedList): void {
    // Whoever was noted here and not sent yet has come, whatever the server knows.
    for (const act of this.acts.filter(a => a.noted)) {
      const person = list.people.find(p => p.id === act.signUpId);
      if (person) {
        person.s = 'checked_in';
      }
    }

    this.seen = list;
    this.isKept = write(lists + this.key, list) && this.isKept;
  }

  mark(id: string, state: string): void {
    const person = this.list()?.people.find(p => p.id === id);
    if (person && this.seen) {
      person.s = state;
      write(lists + this.key, this.seen);
    }
  }

  queue(): readonly Act[] {
    return this.acts;
  }

  push(act: Act): void {
    this.acts.push(act);
    this.keepQueue();
  }

  drop(ids: ReadonlySet<string>): void {
    this.acts = this.acts.filter(a => !ids.has(a.id));
    this.keepQueue();
  }

  keepQueue(): void {
    this.isKept = write(queues + this.key, this.acts) && this.isKept;
  }

  conflicts(): Conflict[] {
    return read<Conflict[]>(conflicts + this.key) ?? [];
  }

  keepConflicts(all: Conflict[]): void {
    write(conflicts + this.key, all.slice(-50));
  }

  // Lists of another day or another person go; nobody looks for them any more.
  private static clean(who: string): void {
    try {
      for (const key of Object.keys(localStorage).filter(k => k.startsWith(lists))) {
        if (!key.startsWith(`${lists}${who}.`) || read<ExpectedList>(key)?.day !== today()) {
          localStorage.removeItem(key);
        }
      }
    } catch {
      // Storage is refused: there is nothing to clean.
    }
  }
}
