// A browser may refuse storage (private windows, policies); what is remembered there is comfort, never truth.
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, value);
    }
  } catch {
    // nothing to do: the choice lasts as long as the page
  }
}
