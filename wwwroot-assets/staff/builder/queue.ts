import { Patch } from './model';

export interface Reply {
  patch: Patch | null;
  refusal: string | null;
  select: string[] | null;
  say: string | null;
}

export interface Intent {
  act: string;
  ids?: string[];
  parent?: string;
  index?: number;
  kind?: string;
  blocks?: string;
  seen?: number;
}

interface Waiting {
  op: string;
  intent: Intent;
}

export type Saving = 'saved' | 'saving' | 'offline';

// An answer that takes longer was lost with the connection; the same operation sent again is done once.
const answerWithin = 10_000;
const tryAgainAfter = 1_500;

/** Operations on their way, one after the other, kept in the tab until the server has them. */
export class Queue {
  private waiting: Waiting[];
  private isSending = false;

  constructor(
    private readonly key: string,
    private readonly send: (op: string, intent: Intent) => Promise<Reply>,
    private readonly answered: (reply: Reply, intent: Intent) => void,
    private readonly state: (saving: Saving) => void,
  ) {
    this.waiting = JSON.parse(sessionStorage.getItem(key) ?? '[]') as Waiting[];
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  put(intent: Intent): void {
    this.waiting.push({ op: operationId(), intent });
    this.keep();
    void this.run();
  }

  async run(): Promise<void> {
    if (this.isSending) {
      return;
    }

    this.isSending = true;
    while (this.waiting.length > 0) {
      const next = this.waiting[0]!;
      this.state('saving');
      try {
        const reply = await within(answerWithin, this.send(next.op, next.intent));
        this.waiting.shift();
        this.keep();
        this.answered(reply, next.intent);
      } catch {
        this.state('offline');
        await new Promise(done => setTimeout(done, tryAgainAfter));
      }
    }

    this.isSending = false;
    this.state('saved');
  }

  private keep(): void {
    if (this.waiting.length === 0) {
      sessionStorage.removeItem(this.key);
    } else {
      sessionStorage.setItem(this.key, JSON.stringify(this.waiting));
    }
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<T>((_, reject) => setTimeout(() => reject(new Error('No answer.')), milliseconds))]);
}

// crypto.randomUUID is missing where the portal is reached without TLS.
function operationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
