const texts = new Map<string, Promise<string>>();

function textOf(href: string): Promise<string> {
  let text = texts.get(href);
  if (!text) {
    text = fetch(href, { credentials: 'same-origin' }).then(answer => (answer.ok ? answer.text() : ''));
    texts.set(href, text);
  }

  return text;
}

/** The public style sheets as they hold inside a shadow root: its host stands for the document, and the look is chosen here and not by the system. */
export async function adopt(root: ShadowRoot, hrefs: string[], isDark: boolean): Promise<void> {
  const sheets = await Promise.all(hrefs.map(async href => {
    const css = (await textOf(href))
      .replace(/:root\b/g, ':host')
      .replace(/@media\s*\(\s*prefers-color-scheme:\s*dark\s*\)/g, isDark ? '@media all' : '@media not all');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  }));
  const look = new CSSStyleSheet();
  look.replaceSync(`:host{color-scheme:${isDark ? 'dark' : 'light'}}`);
  root.adoptedStyleSheets = [...sheets, look];
}
