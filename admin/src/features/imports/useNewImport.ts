import {
  ImportHouseDocument,
  ImportHousesFoundDocument,
  PrepareImportDocument,
  type PrepareImportInput,
} from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { ref } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../../lib/problem.ts';
import type { Pickable } from '../../ui/pickable.ts';
import { uploadFile } from './upload-file.ts';

/** From a chosen file to an import with proposed columns. */
export function useNewImport() {
  const { client } = useClientHandle();
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);
  /** Percent of the upload; null while there is none. */
  const progress = ref<number | null>(null);

  async function prepare(input: PrepareImportInput): Promise<string | null> {
    isBusy.value = true;
    refusal.value = null;
    const { data, error } = await client.mutation(PrepareImportDocument, { input }).toPromise();
    isBusy.value = false;
    problem.value = problemOf(error);
    refusal.value = data?.prepareImport.userErrors[0] ?? null;
    return data?.prepareImport.import?.id ?? null;
  }

  async function bring(file: File, about: Omit<PrepareImportInput, 'fileId'>): Promise<string | null> {
    isBusy.value = true;
    refusal.value = null;
    problem.value = null;
    progress.value = 0;
    const answer = await uploadFile(file, (percent) => {
      progress.value = percent;
    });
    progress.value = null;
    isBusy.value = false;
    if (answer.id !== null) return prepare({ ...about, fileId: answer.id });
    refusal.value = answer.refusal;
    problem.value = answer.problem;
    return null;
  }

  return {
    refusal,
    problem,
    isBusy,
    progress,
    prepare,
    bring,
    houseCalled: async (id: string): Promise<Pickable | null> => {
      const { data } = await client.query(ImportHouseDocument, { id }, {}).toPromise();
      return data?.house ? { id: data.house.id, label: data.house.address } : null;
    },
    houses: async (text: string): Promise<readonly Pickable[]> => {
      const { data } = await client.query(ImportHousesFoundDocument, { text }, {}).toPromise();
      return (data?.houses.nodes ?? []).map(({ id, address, organisation }) => ({
        id,
        label: address,
        under: organisation?.name ?? null,
      }));
    },
  };
}
