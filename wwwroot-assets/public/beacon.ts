// Tells what visitors do on the page. Without script nothing is told; the figures say so.
// A browser that asks not to be tracked (DNT, Sec-GPC) gets no visitor id, so that its views stay apart from each other.
import { EventQueue } from "./beacon-queue";

interface Tellers {
  tell(name: string, block?: string, props?: Record<string, string | number>): void;
}

/** Watches the page, where it says which page it is. */
export function watch(): void {
  const body = document.body;
  const { page, version, collect, blocks } = body.dataset;
  if (!page || !version || !collect || !window.IntersectionObserver) {
    return;
  }

  const queue = new EventQueue(collect, page, Number(version));
  const teller: Tellers = { tell: (name, block, props) => queue.add(name, block, props) };
  const found = new Map<Element, string>();
  for (const id of (blocks ?? "").split(" ")) {
    const element = id && document.getElementById(id);
    if (element) {
      found.set(element, id);
    }
  }

  const source = new URLSearchParams(location.search).get("utm_source");
  teller.tell("page_view", "", { lang: document.documentElement.lang, ...(source ? { source: source.slice(0, 60) } : {}) });
  watchSight(found, teller, queue);
  watchClicks(found, teller);
  watchForms(found, teller);
}

/** A block is exposed once half of it, or half of the screen, was filled by it for a second; how long is told whenever the page is hidden. */
function watchSight(found: Map<Element, string>, teller: Tellers, queue: EventQueue): void {
  const sights = new Map<string, { since: number; told: boolean; ms: number }>();
  let pageSince = document.hidden ? 0 : performance.now();
  let pageMs = 0;
  const settle = (block: string): void => {
    const sight = sights.get(block);
    if (sight?.since) {
      sight.ms += performance.now() - sight.since;
      sight.since = 0;
    }
  };

  const inSight = new Set<string>();
  const enter = (block: string): void => {
    inSight.add(block);
    const sight = sights.get(block) ?? { since: 0, told: false, ms: 0 };
    sights.set(block, sight);
    if (!sight.since && !document.hidden) {
      sight.since = performance.now();
      window.setTimeout(() => {
        if (!sight.told && sight.since && performance.now() - sight.since >= 1000) {
          sight.told = true;
          teller.tell("block_exposure", block);
        }
      }, 1010);
    }
  };

  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const block = found.get(entry.target) ?? "";
        const half = entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= innerHeight / 2;
        if (half) {
          enter(block);
        } else {
          inSight.delete(block);
          settle(block);
        }
      }
    },
    { threshold: [0, 0.1, 0.25, 0.5, 0.75, 1] },
  );
  found.forEach((_, element) => observer.observe(element));

  const hide = (): void => {
    if (pageSince) {
      pageMs += performance.now() - pageSince;
      pageSince = 0;
    }

    if (pageMs >= 1) {
      teller.tell("dwell", "", { ms: Math.round(pageMs) });
      pageMs = 0;
    }

    for (const [block, sight] of sights) {
      settle(block);
      if (sight.told && sight.ms >= 1) {
        teller.tell("dwell", block, { ms: Math.round(sight.ms) });
        sight.ms = 0;
      }
    }

    queue.flush(true);
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      hide();
    } else {
      pageSince = performance.now();
      inSight.forEach(enter);
    }
  });
  addEventListener("pagehide", hide);
}

function blockOf(found: Map<Element, string>, target: Element): string {
  for (let at: Element | null = target; at; at = at.parentElement) {
    const block = found.get(at);
    if (block) {
      return block;
    }
  }

  // A form that was replaced by its answer stands where its block stood.
  return "";
}

/** Links and buttons by a name that stays the same when words and languages change: what the author gave, else where it leads or what it does. */
function watchClicks(found: Map<Element, string>, teller: Tellers): void {
  document.addEventListener(
    "click",
    (event) => {
      const target = event.target instanceof Element ? event.target.closest("a[href],button,summary") : null;
      if (!target) {
        return;
      }

      const link = target instanceof HTMLAnchorElement ? target : null;
      teller.tell("click", blockOf(found, target), { target: nameOf(target, link), kind: link ? "link" : "button" });
    },
    { capture: true, passive: true },
  );
}

function nameOf(target: Element, link: HTMLAnchorElement | null): string {
  const given = target.getAttribute("data-track") ?? target.getAttribute("name");
  const led = link && (link.protocol.startsWith("http") ? (link.origin === location.origin ? link.pathname.split("/").slice(2).join("/") + link.hash : link.host) : link.protocol + "…");
  const does = target.hasAttribute("data-send-code") ? "send-code" : target instanceof HTMLButtonElement ? target.type : target.tagName.toLowerCase();
  // Long numbers in an address could be a person's; nothing of them is told.
  return (given || led || does).replace(/\d{7,}/g, "#").replace(/@/g, "#").slice(0, 60) || "top";
}

/** Forms step by step, each step once: only names of fields are told, never what was typed. */
function watchForms(found: Map<Element, string>, teller: Tellers): void {
  const told = new Set<string>();
  const step = (target: EventTarget | null, what: string, field = ""): void => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (!form) {
      return;
    }

    const block = blockOf(found, form);
    if (!told.has(block + what + field)) {
      told.add(block + what + field);
      teller.tell("form_step", block, field ? { step: what, field: field.slice(0, 40) } : { step: what });
    }
  };
  document.addEventListener("focusin", (event) => {
    if (event.target instanceof Element && event.target.matches("input:not([type=hidden]),select,textarea")) {
      step(event.target, "start");
    }
  });
  document.addEventListener("change", (event) => {
    const field = event.target;
    if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) && field.name && field.value) {
      step(field, "field", field.name);
    }
  });
  document.addEventListener("submit", (event) => {
    if (!(event.submitter instanceof HTMLElement && event.submitter.hasAttribute("data-send-code"))) {
      step(event.target, "submit");
    }
  }, true);
  document.addEventListener("signed-up", (event) => {
    const block = event.target instanceof Element ? blockOf(found, event.target) : "";
    if (!told.has(block + "success")) {
      told.add(block + "success");
      teller.tell("form_step", block, { step: "success" });
    }
  });
}
