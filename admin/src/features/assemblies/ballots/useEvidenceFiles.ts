import { ref } from 'vue';
import type { FieldRefusal, Problem } from '../../../lib/problem.ts';

export interface EvidenceFile {
  readonly id: string;
  readonly name: string;
}
const unreachable: Problem = { kind: 'UNREACHABLE', code: 'UNREACHABLE', message: '', requestId: null };
export const mostFiles = 20;

/** Files an answer rests on: each is uploaded as it is chosen, and what it is the server judges by its bytes. */
export function useEvidenceFiles() {
  const files = ref<readonly EvidenceFile[]>([]);
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);

  async function upload(file: File): Promise<boolean> {
    const answer = await fetch('/files', {
      method: 'POST',
      headers: {
        'x-file-name': encodeURIComponent(file.name),
        'content-type': 'application/octet-stream',
        'accept-language': document.documentElement.lang,
      },
      body: file,
    }).catch(() => null);
    problem.value = answer === null ? unreachable : null;
    const told = ((await answer?.json().catch(() => ({}))) ?? {}) as { id?: string; code?: string; message?: string };
    if (told.id !== undefined) files.value = [...files.value, { id: told.id, name: file.name }];
    else if (answer) refusal.value = { code: told.code ?? 'FILE_UNREADABLE', message: told.message ?? file.name };
    return told.id !== undefined;
  }
  async function add(chosen: readonly File[]): Promise<void> {
    isBusy.value = true;
    refusal.value = null;
    for (const file of chosen.slice(0, mostFiles - files.value.length)) if (!(await upload(file))) break;
    isBusy.value = false;
  }

  return {
    files,
    refusal,
    problem,
    isBusy,
    add,
    remove: (id: string) => {
      files.value = files.value.filter((file) => file.id !== id);
    },
    clear: () => {
      files.value = [];
      refusal.value = null;
      problem.value = null;
    },
  };
}
