export interface Result {
  block: string;
  text: string;
  isHot: boolean;
}

const look = `
.pb-node[data-results] { position: relative; }
.pb-node[data-results]::after {
  content: attr(data-results);
  position: absolute;
  z-index: 99;
  inset-block-start: 6px;
  inset-inline-end: 6px;
  max-width: calc(100% - 12px);
  padding: 0 8px;
  border-radius: 11px;
  background: rgb(20 26 38 / 86%);
  color: #fff;
  font: 500 12px/22px system-ui, "PingFang SC", "Microsoft YaHei", sans-serif;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
  pointer-events: none;
}
.pb-node[data-results][data-hot]::after { background: #b3261e; }
.pb-node[data-results][data-hot] { outline: 2px solid #b3261e; outline-offset: -2px; }
`;

let watching: MutationObserver | undefined;
let sheet: CSSStyleSheet | undefined;

/** Lays what visitors did with each block over the builder's canvas, and keeps it there while blocks are drawn anew; an empty list takes it away. */
export function showResults(canvas: HTMLElement | null, results: Result[]): void {
  const page = canvas?.shadowRoot;
  watching?.disconnect();
  if (!page) {
    return;
  }

  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
  }

  const own = sheet;
  const mark = (): void => {
    if (results.length > 0 && !page.adoptedStyleSheets.includes(own)) {
      page.adoptedStyleSheets = [...page.adoptedStyleSheets, own];
    }

    for (const node of page.querySelectorAll<HTMLElement>(".pb-node[data-block]")) {
      const result = results.find((one) => one.block === node.dataset.block);
      node.toggleAttribute("data-hot", result?.isHot ?? false);
      if (result) {
        node.dataset.results = result.text;
      } else {
        delete node.dataset.results;
      }
    }
  };
  mark();
  if (results.length > 0) {
    watching = new MutationObserver(mark);
    watching.observe(page, { childList: true, subtree: true });
  }
}
