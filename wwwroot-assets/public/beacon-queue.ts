import { sessionId, visitorId } from "./beacon-ids";
import { newId } from "./uuid7";

interface Told {
  id: string;
  name: string;
  at: number;
  block?: string;
  props?: Record<string, string | number>;
}

const everyMs = 5000;
const most = 20;
const kept = 200;
const store = "told";

/** Events on their way: sent every five seconds, every twenty, or when the page is hidden; what did not arrive is sent again under the same ids, in the next visit too. */
export class EventQueue {
  private waiting: Told[] = [];
  private timer = 0;
  private busy = false;
  private pause = everyMs;
  private readonly visitor = visitorId();

  constructor(
    private readonly address: string,
    private readonly page: string,
    private readonly version: number,
  ) {
    try {
      this.waiting = (JSON.parse(localStorage.getItem(store) ?? "[]") as Told[]).slice(0, kept);
      localStorage.removeItem(store);
    } catch {
      // Without storage nothing outlives the page.
    }

    addEventListener("online", () => this.flush(false));
  }

  add(name: string, block = "", props?: Record<string, string | number>): void {
    this.waiting.push({ id: newId(), name, at: Date.now(), ...(block ? { block } : {}), ...(props ? { props } : {}) });
    // The oldest go first when nobody answers for long.
    this.waiting.splice(0, this.waiting.length - kept);
    if (this.waiting.length >= most) {
      this.flush(false);
    } else {
      this.later(name === "page_view" ? 500 : everyMs);
    }
  }

  /** Sends what waits; a page that is going away hands it to the browser and keeps a copy, which is harmless where it had arrived. */
  flush(leaving: boolean): void {
    if (this.waiting.length === 0 || (this.busy && !leaving)) {
      return;
    }

    if (leaving) {
      const batch = this.waiting.slice(0, 100);
      if (navigator.sendBeacon?.(this.address, this.body(batch))) {
        this.forget(batch);
      }

      this.keep();
      return;
    }

    void this.send(this.waiting.slice(0, 100));
  }

  private async send(batch: Told[]): Promise<void> {
    this.busy = true;
    try {
      const answer = await fetch(this.address, { method: "POST", body: this.body(batch), keepalive: true, credentials: "omit" });
      // Refused for good is not sent again; busy or broken is.
      const again = answer.status === 429 || answer.status >= 500;
      if (!again) {
        this.forget(batch);
      }

      this.pause = again ? Math.min(this.pause * 2, 120_000) : everyMs;
    } catch {
      this.pause = Math.min(this.pause * 2, 120_000);
    } finally {
      this.busy = false;
      this.keep();
      if (this.waiting.length > 0) {
        this.later(this.pause);
      }
    }
  }

  private body(events: Told[]): string {
    return JSON.stringify({ sentAt: Date.now(), page: this.page, pageVersion: this.version, visitor: this.visitor, session: sessionId(), events });
  }

  private forget(batch: Told[]): void {
    this.waiting = this.waiting.filter((told) => !batch.includes(told));
  }

  private keep(): void {
    try {
      if (this.waiting.length > 0) {
        // With their page: the next visit may be to another one.
        localStorage.setItem(store, JSON.stringify(this.waiting.map((told) => ({ page: this.page, pageVersion: this.version, ...told }))));
      } else {
        localStorage.removeItem(store);
      }
    } catch {
      // As above.
    }
  }

  private later(ms: number): void {
    if (!this.timer || ms < everyMs) {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => {
        this.timer = 0;
        this.flush(false);
      }, ms);
    }
  }
}
