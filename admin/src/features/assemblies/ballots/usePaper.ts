import { EnterPaperBallotDocument, type EnterPaperBallotMutation, type Vote } from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import type { UserErrorAt } from '../../../lib/field-refusals.ts';
import { problemOf, type Problem } from '../../../lib/problem.ts';
import { momentOf } from '../../../lib/wall-time.ts';

interface Named {
  readonly id: string;
  readonly label: string;
}
export interface PaperForm {
  owner: Named | null;
  premises: Named | null;
  handedOverAt: string;
  isUnsigned: boolean;
  /** The boxes marked on the sheet, by item. */
  marks: Record<string, Vote[]>;
}
export type PaperSubmission = NonNullable<EnterPaperBallotMutation['enterPaperBallot']['submission']>;
export const emptyPaper = (): PaperForm => ({
  owner: null,
  premises: null,
  handedOverAt: '',
  isUnsigned: false,
  marks: {},
});

/** Puts a sheet of paper on record, counted or with the reason why not. */
export function usePaper(assemblyId: () => string) {
  const entering = useMutation(EnterPaperBallotDocument);
  const errors = ref<readonly UserErrorAt[]>([]);
  const problem = ref<Problem | null>(null);
  const submission = ref<PaperSubmission | null>(null);
  const isBusy = ref(false);
  // The same sheet sent twice is entered once.
  let key = crypto.randomUUID();

  async function enter(form: PaperForm): Promise<boolean> {
    isBusy.value = true;
    submission.value = null;
    const { data, error } = await entering.executeMutation({
      input: {
        assemblyId: assemblyId(),
        ownerId: form.owner?.id ?? '',
        premisesId: form.premises?.id ?? '',
        handedOverAt: momentOf(form.handedOverAt, 'Europe/Moscow') ?? new Date().toISOString(),
        signed: !form.isUnsigned,
        votes: Object.entries(form.marks).map(([agendaItemId, marks]) => ({ agendaItemId, marks })),
        idempotencyKey: key,
      },
    });
    isBusy.value = false;
    problem.value = problemOf(error);
    errors.value = data?.enterPaperBallot.userErrors ?? [];
    submission.value = data?.enterPaperBallot.submission ?? null;
    if (submission.value || errors.value.length > 0) key = crypto.randomUUID();
    return submission.value !== null;
  }

  return { errors, problem, submission, isBusy, enter };
}
