import { AttachMaterialDocument, DetachMaterialDocument } from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../../../lib/problem.ts';

const unreachable: Problem = { kind: 'UNREACHABLE', code: 'UNREACHABLE', message: '', requestId: null };

/** Uploads files and puts them among the materials of a draft, or takes them away again. */
export function useMaterials(assemblyId: () => string) {
  const attaching = useMutation(AttachMaterialDocument);
  const detaching = useMutation(DetachMaterialDocument);
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);

  async function upload(file: File): Promise<string | null> {
    const answer = await fetch('/files', {
      method: 'POST',
      headers: { 'x-file-name': encodeURIComponent(file.name), 'content-type': 'application/octet-stream' },
      body: file,
    }).catch(() => null);
    if (answer === null) {
      problem.value = unreachable;
      return null;
    }
    const told = (await answer.json().catch(() => ({}))) as { id?: string; code?: string; message?: string };
    if (answer.ok && told.id !== undefined) return told.id;
    refusal.value = { code: told.code ?? 'FILE_UNREADABLE', message: told.message ?? file.name };
    return null;
  }

  /** How many of the files were attached. */
  async function attach(files: readonly File[]): Promise<number> {
    isBusy.value = true;
    refusal.value = null;
    problem.value = null;
    let attached = 0;
    for (const file of files) {
      const fileId = await upload(file);
      if (fileId === null) break;
      const title = file.name.replace(/\.[^.]+$/, '');
      const { data, error } = await attaching.executeMutation({
        input: { assemblyId: assemblyId(), fileId, title },
      });
      problem.value = problemOf(error);
      refusal.value = data?.attachMaterial.userErrors[0] ?? null;
      if (!data?.attachMaterial.assembly) break;
      attached += 1;
    }
    isBusy.value = false;
    return attached;
  }

  async function detach(materialId: string): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await detaching.executeMutation({ input: { assemblyId: assemblyId(), materialId } });
    isBusy.value = false;
    problem.value = problemOf(error);
    refusal.value = data?.detachMaterial.userErrors[0] ?? null;
    return data?.detachMaterial.assembly != null;
  }

  return { refusal, problem, isBusy, attach, detach };
}
