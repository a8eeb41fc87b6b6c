import { RepairDefectDocument, type DefectKind } from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../../../lib/problem.ts';

export interface WrittenRepair {
  readonly note: string;
  readonly signedOn: string | null;
  readonly evidenceFileIds: string[];
}

/** Enters what repaired a defect: true when it is on record. */
export function useRepair() {
  const repairing = useMutation(RepairDefectDocument);
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);

  async function repair(ballotId: string, kind: DefectKind, what: WrittenRepair): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await repairing.executeMutation({ input: { ballotId, kind, ...what } });
    isBusy.value = false;
    problem.value = problemOf(error);
    refusal.value = data?.repairDefect.userErrors[0] ?? null;
    return Boolean(data?.repairDefect.ballot);
  }
  return { repair, refusal, problem, isBusy };
}
