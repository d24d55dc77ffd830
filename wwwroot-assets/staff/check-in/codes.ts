const length = 13;

/** As scanned or typed, brought to one form; null where it is no code. Look-alikes count as what they look like. */
export function normalise(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V');
  return code.length === length ? code : null;
}

/** What the list has instead of the code; null where the browser cannot reckon it (no secure connection). */
export async function hash(activity: string, code: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) {
    return null;
  }

  const bytes = new TextEncoder().encode(`${activity.replace(/-/g, '')}:${code}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map(b => b.toString(16).padStart(2, '0')).join('');
}

/** crypto.randomUUID needs a secure connection too. */
export function newId(): string {
  if (isSecureContext) {
    return crypto.randomUUID();
  }

  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 15) | 64;
  bytes[8] = (bytes[8]! & 63) | 128;
  const hex = [...bytes].map(b => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
