/** Where sending stands: the server says from where to go on. */
export interface Sent {
  readonly received: number;
  /** Why the server takes no more of it; null while it does. */
  readonly refusal: string | null;
}

const partBytes = 1024 * 1024;
const [firstPauseMs, longestPauseMs] = [500, 10_000];

/** Waits longer after every failure, and not at all once the browser says that the network is back. */
export async function pauseAfter(failures: number, signal: AbortSignal): Promise<void> {
  const ms = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
  await new Promise<void>((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    addEventListener('online', go);
    signal.addEventListener('abort', go, { once: true });
  });
}

async function sendPart(scanId: string, file: File, from: number, signal: AbortSignal): Promise<Sent | null> {
  try {
    const response = await fetch(`/scans/${scanId}/chunks`, {
      method: 'POST',
      headers: { 'x-offset': String(from), 'content-type': 'application/octet-stream' },
      body: file.slice(from, from + partBytes),
      signal,
    });
    const told = (await response.json()) as { received?: number; message?: string };
    if (told.received !== undefined) return { received: told.received, refusal: null };
    return response.status >= 500 ? null : { received: from, refusal: told.message ?? String(response.status) };
  } catch {
    return null;
  }
}

/** Sends a file part by part from where the server has it; a dropped connection only makes it wait. */
export async function sendScan(
  scanId: string,
  file: File,
  received: number,
  onProgress: (received: number, isWaiting: boolean) => void,
  signal: AbortSignal,
): Promise<Sent> {
  let [at, failures] = [received, 0];
  while (at < file.size && !signal.aborted) {
    const sent = await sendPart(scanId, file, at, signal);
    if (sent?.refusal != null) return sent;
    failures = sent ? 0 : failures + 1;
    at = sent?.received ?? at;
    onProgress(at, sent === null);
    if (sent === null) await pauseAfter(failures, signal);
  }
  return { received: at, refusal: null };
}

/** The same file of the same person is the same upload, also after a reload of the page. */
export function uploadKeyOf(assemblyId: string, { name, size, lastModified }: File): string {
  let hash = 0xcbf29ce484222325n;
  for (const sign of `${assemblyId} ${name}`)
    hash = ((hash ^ BigInt(sign.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return `scan-${hash.toString(36)}-${String(size)}-${String(lastModified)}`;
}
