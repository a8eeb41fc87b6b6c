/** `localStorage` that never throws: private windows and full disks forget instead of breaking the page. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** null forgets. */
export function remember(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // What cannot be remembered is asked again.
  }
}

export function forgetAll(prefix: string): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at));
    for (const key of keys) if (key?.startsWith(prefix) === true) localStorage.removeItem(key);
  } catch {
    // Nothing was remembered.
  }
}

/** What was remembered as JSON; anything that does not read is nothing. */
export function recallJson(key: string): unknown {
  const text = recall(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
