import type { FieldRefusal, Problem } from '../../lib/problem.ts';

export interface Uploaded {
  readonly id: string | null;
  readonly refusal: FieldRefusal | null;
  readonly problem: Problem | null;
}

const unreachable: Problem = { kind: 'UNREACHABLE', code: 'UNREACHABLE', message: '', requestId: null };

interface Told {
  readonly id?: string;
  readonly code?: string;
  readonly message?: string;
}

/** Sends a file and says how far it is: `fetch` cannot. */
export async function uploadFile(file: File, onProgress: (percent: number) => void): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    request.responseType = 'json';
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total === 0 ? 100 : Math.floor((loaded / total) * 100));
    });
    request.addEventListener('error', () => {
      resolve({ id: null, refusal: null, problem: unreachable });
    });
    request.addEventListener('load', () => {
      const told = (request.response ?? {}) as Told;
      if (told.id !== undefined) resolve({ id: told.id, refusal: null, problem: null });
      else {
        const refusal = { code: told.code ?? 'FILE_UNREADABLE', message: told.message ?? `${request.status}` };
        resolve({ id: null, refusal, problem: null });
      }
    });
    request.send(file);
  });
}
