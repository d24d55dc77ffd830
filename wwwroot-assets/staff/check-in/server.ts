import type { Act, ExpectedList } from './store';

export interface Answer {
  id: string;
  outcome: string;
  signUpId: string | null;
  name: string | null;
  session: string | null;
  words: string;
}

/** No network, or nobody there: what was asked is asked again later. */
export class Unreachable extends Error {}

/** The server was there and said no, such as after the sign-in ran out. */
export class Refused extends Error {
  constructor(
    words: string,
    readonly code = '',
  ) {
    super(words);
  }
}

const patience = 5_000;

export class Server {
  constructor(
    private readonly address: string,
    private readonly token: string,
    private readonly failed: string,
  ) {}

  list(): Promise<ExpectedList> {
    return this.ask<ExpectedList>('/list');
  }

  async send(acts: readonly Act[]): Promise<Answer[]> {
    const told = acts.map(({ id, code, signUpId, at, how, anyway }) => ({ id, code, signUpId, at, how, anyway: anyway ?? false }));
    return (await this.post<{ answers: Answer[] }>('/acts', { acts: told })).answers;
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.ask<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.token } });
  }

  private async ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    let answer: Response;
    try {
      answer = await fetch(this.address + path, { ...init, signal: AbortSignal.timeout(patience) });
    } catch {
      throw new Unreachable();
    }

    const isJson = answer.headers.get('Content-Type')?.includes('json') ?? false;
    if (answer.ok && isJson && !answer.redirected) {
      return (await answer.json()) as T;
    }

    // A gateway without its server is no answer either.
    if (answer.status >= 502 && answer.status <= 504) {
      throw new Unreachable();
    }

    const said = isJson ? ((await answer.json()) as { words?: string; code?: string }) : {};
    throw new Refused(said.words ?? this.failed, said.code);
  }
}
