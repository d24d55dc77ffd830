import { newId } from "./uuid7";

const visitorKey = "visitor";
const sessionKey = "visit";

/** The browser's own random id, or null where it asks not to be tracked; what it had before is then forgotten. */
export function visitorId(): string | null {
  const asks = navigator as Navigator & { doNotTrack?: string | null; globalPrivacyControl?: boolean };
  if (asks.doNotTrack === "1" || asks.globalPrivacyControl === true) {
    try {
      localStorage.removeItem(visitorKey);
      sessionStorage.removeItem(sessionKey);
    } catch {
      // Nothing was kept, then.
    }

    return null;
  }

  return keptIn(() => localStorage, visitorKey);
}

/** Of this tab, until it is closed; null where the browser asks not to be tracked. */
export function sessionId(): string | null {
  return visitorId() && keptIn(() => sessionStorage, sessionKey);
}

// A visitor's id says nothing, not even when it was made: random all over.
function keptIn(storage: () => Storage, key: string): string | null {
  try {
    const kept = storage().getItem(key);
    if (kept) {
      return kept;
    }

    const made = typeof crypto.randomUUID === "function" ? crypto.randomUUID() : newId();
    storage().setItem(key, made);
    return made;
  } catch {
    return null;
  }
}
