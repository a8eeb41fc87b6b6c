import { BeginScanDocument } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { computed, onScopeDispose, reactive } from 'vue';
import { problemOf } from '../../../lib/problem.ts';
import { pauseAfter, sendScan, uploadKeyOf } from './send-scan.ts';

export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  sent: number;
  /** KNOWN: this file has been sent before, and stands in the list below. */
  state: 'WAITING' | 'SENDING' | 'PAUSED' | 'REFUSED' | 'KNOWN';
  message: string | null;
}

const atOnce = 2;

/** Files on their way to the server; one that has arrived leaves this list for that of the server. */
export function useScanUploads(assemblyId: () => string, onMoved: () => void) {
  const { client } = useClientHandle();
  const uploads = reactive<Upload[]>([]);
  const files = new Map<string, File>();
  const stopping = new AbortController();
  onScopeDispose(() => stopping.abort());

  async function begun(upload: Upload, file: File): Promise<{ id: string; received: number } | null> {
    for (let failures = 1; !stopping.signal.aborted; failures += 1) {
      const input = { assemblyId: assemblyId(), fileName: file.name, size: file.size, idempotencyKey: upload.key };
      const { data, error } = await client.mutation(BeginScanDocument, { input }).toPromise();
      const problem = problemOf(error);
      const scan = data?.beginScan.scan;
      if (scan?.state === 'UPLOADING') return { id: scan.id, received: scan.received };
      if (scan) upload.state = scan.fault === 'EMPTY' ? 'REFUSED' : 'KNOWN';
      else if (problem?.kind !== 'UNREACHABLE') {
        upload.state = 'REFUSED';
        upload.message = data?.beginScan.userErrors[0]?.message ?? problem?.message ?? null;
      } else {
        upload.state = 'PAUSED';
        await pauseAfter(failures, stopping.signal);
        continue;
      }
      return null;
    }
    return null;
  }

  async function send(upload: Upload): Promise<void> {
    const file = files.get(upload.key);
    if (!file) return;
    upload.state = 'SENDING';
    const scan = await begun(upload, file);
    onMoved();
    if (!scan) return;
    upload.sent = scan.received;
    const { received, refusal } = await sendScan(
      scan.id,
      file,
      scan.received,
      (sent, isWaiting) => {
        upload.sent = sent;
        upload.state = isWaiting ? 'PAUSED' : 'SENDING';
      },
      stopping.signal,
    );
    if (refusal !== null) Object.assign(upload, { state: 'REFUSED', message: refusal });
    else if (received === file.size) uploads.splice(uploads.indexOf(upload), 1);
    onMoved();
  }

  let running = 0;
  async function run(): Promise<void> {
    if (running >= atOnce) return;
    running += 1;
    for (;;) {
      const upload = uploads.find(({ state }) => state === 'WAITING');
      if (!upload || stopping.signal.aborted) break;
      await send(upload);
    }
    running -= 1;
  }

  function add(chosen: readonly File[]): void {
    for (const file of chosen) {
      const key = uploadKeyOf(assemblyId(), file);
      const known = uploads.findIndex((one) => one.key === key);
      if (known !== -1 && !['REFUSED', 'KNOWN'].includes(uploads[known]?.state ?? '')) continue;
      if (known !== -1) uploads.splice(known, 1);
      files.set(key, file);
      uploads.push({ key, name: file.name, size: file.size, sent: 0, state: 'WAITING', message: null });
    }
    for (let lane = 0; lane < atOnce; lane += 1) void run();
  }

  return {
    uploads,
    add,
    isSending: computed(() => uploads.some(({ state }) => ['WAITING', 'SENDING', 'PAUSED'].includes(state))),
    forget: (key: string): void => {
      const at = uploads.findIndex((one) => one.key === key);
      if (at !== -1) uploads.splice(at, 1);
    },
  };
}
