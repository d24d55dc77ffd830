import type { DotNetObject } from '../builder';

interface Run {
  text: string;
  bold?: boolean;
  color?: string;
  href?: string;
}

interface Part {
  type: string;
  runs?: Run[];
  items?: Run[][];
}

const colors = ['brand', 'muted', 'danger'];
const safe = /^(https?:|tel:|mailto:|\/(?![/\\])|#)/i;
const pause = 400;
const longest = 2000;

/** `seen`: the text that stands in the field but for what was typed since; `waiting`: a colleague's, which comes in when the person leaves. */
interface Field {
  dotnet: DotNetObject;
  timer: number;
  began: number;
  seen: string;
  waiting: string | null;
}

const fields = new WeakMap<Element, Field>();

/** Shows stored text in its field; from then on what is typed goes back as our own small tree, whatever a browser or a clipboard put in. */
export function showRichText(root: HTMLElement, dotnet: DotNetObject, json: string): void {
  const text = root.querySelector<HTMLElement>('.rich-text');
  if (!text) {
    return;
  }

  const there = fields.get(text);
  if (there && text.contains(document.activeElement)) {
    there.waiting = json;
    return;
  }

  const stored = JSON.parse(json) as Part[] | string;
  const parts: Part[] = typeof stored === 'string' ? stored.split('\n').map(line => ({ type: 'paragraph', runs: [{ text: line }] })) : stored;
  text.replaceChildren(...draw(parts.length > 0 ? parts : [{ type: 'paragraph', runs: [] }]));
  if (there) {
    there.seen = json;
    there.waiting = null;
  } else {
    const field: Field = { dotnet, timer: 0, began: 0, seen: json, waiting: null };
    fields.set(text, field);
    text.addEventListener('input', () => later(text));
    text.addEventListener('blur', () => {
      const isTyping = field.timer > 0;
      send(text);
      // What was just typed is judged first; its answer brings the text in.
      if (!isTyping && field.waiting !== null) {
        window.setTimeout(() => field.waiting !== null && showRichText(root, dotnet, field.waiting));
      }
    });
    text.addEventListener('paste', event => paste(event));
    root.addEventListener('mousedown', event => (event.target as Element).closest('[data-rich-act]') && event.preventDefault());
    root.addEventListener('click', event => {
      const act = (event.target as Element).closest<HTMLElement>('[data-rich-act]')?.dataset['richAct'];
      if (act) {
        text.focus();
        run(text, act);
        later(text);
      }
    });
  }
}

function later(text: HTMLElement): void {
  const field = fields.get(text)!;
  const now = performance.now();
  field.began = field.timer > 0 ? field.began : now;
  window.clearTimeout(field.timer);
  field.timer = window.setTimeout(() => send(text), Math.max(0, Math.min(pause, field.began + longest - now)));
}

function send(text: HTMLElement): void {
  const field = fields.get(text);
  if (field?.timer) {
    window.clearTimeout(field.timer);
    field.timer = 0;
    const json = JSON.stringify(read(text));
    void field.dotnet.invokeMethodAsync('TypedAsync', json, field.seen);
    field.seen = json;
  }
}

function run(text: HTMLElement, act: string): void {
  switch (act) {
    case 'bold': document.execCommand('bold'); break;
    case 'heading': document.execCommand('formatBlock', false, document.queryCommandValue('formatBlock') === 'h3' ? 'p' : 'h3'); break;
    case 'list': document.execCommand('insertUnorderedList'); break;
    case 'numbers': document.execCommand('insertOrderedList'); break;
    case 'plain': document.execCommand('removeFormat'); document.execCommand('unlink'); recolor(''); break;
    case 'link': {
      const href = window.prompt(text.dataset['askLink'] ?? '', 'https://');
      if (href && safe.test(href)) {
        document.execCommand('createLink', false, href);
      }

      break;
    }
    default: recolor(act);
  }
}

function recolor(color: string): void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) {
    return;
  }

  const range = selection.getRangeAt(0);
  const span = document.createElement('span');
  if (color) {
    span.dataset['color'] = color;
  }

  span.append(range.extractContents());
  span.querySelectorAll<HTMLElement>('[data-color]').forEach(inner => delete inner.dataset['color']);
  range.insertNode(span);
}

function paste(event: ClipboardEvent): void {
  event.preventDefault();
  const html = event.clipboardData?.getData('text/html');
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  // Parsed apart from the page: nothing in it loads or runs.
  const parts = html ? read(new DOMParser().parseFromString(html, 'text/html').body) : plain.split(/\r?\n/).filter(line => line.trim()).map(line => ({ type: 'paragraph', runs: [{ text: line }] }));
  const holder = document.createElement('div');
  holder.append(...draw(parts));
  document.execCommand('insertHTML', false, parts.length === 1 && parts[0]!.type === 'paragraph' ? holder.firstElementChild!.innerHTML : holder.innerHTML);
}

function draw(parts: Part[]): HTMLElement[] {
  return parts.map(part => {
    const tag = part.type === 'heading' ? 'h3' : part.type === 'list' ? 'ul' : part.type === 'numbers' ? 'ol' : 'p';
    const element = document.createElement(tag);
    if (tag === 'ul' || tag === 'ol') {
      element.append(...(part.items ?? []).map(runs => fill(document.createElement('li'), runs)));
      return element;
    }

    return fill(element, part.runs ?? []);
  });
}

function fill(element: HTMLElement, runs: Run[]): HTMLElement {
  for (const run of runs) {
    let node: Node = document.createTextNode(run.text);
    const wrap = (tag: string, set: (wrapper: HTMLElement) => void): void => {
      const wrapper = document.createElement(tag);
      set(wrapper);
      wrapper.append(node);
      node = wrapper;
    };
    if (run.bold) {
      wrap('b', () => undefined);
    }

    if (run.color && colors.includes(run.color)) {
      wrap('span', wrapper => { wrapper.dataset['color'] = run.color; });
    }

    if (run.href && safe.test(run.href)) {
      wrap('a', wrapper => wrapper.setAttribute('href', run.href!));
    }

    element.append(node);
  }

  if (!element.hasChildNodes()) {
    element.append(document.createElement('br'));
  }

  return element;
}

function read(root: Element): Part[] {
  const parts: Part[] = [];
  let open: Run[] = [];
  const close = (): void => {
    if (open.some(run => run.text.trim())) {
      parts.push({ type: 'paragraph', runs: open });
    }

    open = [];
  };
  const visit = (parent: Element): void => {
    for (const node of parent.childNodes) {
      const tag = node instanceof Element ? node.tagName.toLowerCase() : '';
      if (tag === 'style' || tag === 'script' || tag === 'head' || node.nodeType === Node.COMMENT_NODE) {
        continue;
      }

      if (tag === 'ul' || tag === 'ol') {
        close();
        const items = [...(node as Element).querySelectorAll('li')].map(item => runsOf(item)).filter(runs => runs.length > 0);
        if (items.length > 0) {
          parts.push({ type: tag === 'ol' ? 'numbers' : 'list', items });
        }
      } else if (/^h[1-6]$/.test(tag)) {
        close();
        const runs = runsOf(node);
        if (runs.length > 0) {
          parts.push({ type: 'heading', runs });
        }
      } else if (/^(p|div|section|article|blockquote|table|tbody|tr|td|pre)$/.test(tag)) {
        close();
        visit(node as Element);
        close();
      } else if (tag === 'br') {
        close();
      } else {
        open.push(...runsOf(node));
      }
    }
  };
  visit(root);
  close();
  return parts;
}

function runsOf(node: Node, look: Omit<Run, 'text'> = {}): Run[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.textContent ?? '').replace(/[\s ]+/g, ' ');
    return text ? [{ text, ...look }] : [];
  }

  if (!(node instanceof Element) || /^(style|script)$/i.test(node.tagName)) {
    return [];
  }

  const next = { ...look };
  if (/^(b|strong)$/i.test(node.tagName)) {
    next.bold = true;
  }

  const color = node.getAttribute('data-color');
  if (color && colors.includes(color)) {
    next.color = color;
  }

  const href = node.tagName.toLowerCase() === 'a' ? node.getAttribute('href') : null;
  if (href && safe.test(href)) {
    next.href = href;
  }

  return [...node.childNodes].flatMap(child => runsOf(child, next));
}
