import {
  CastBallotDocument,
  MyVotingRightsDocument,
  VotingSheetDocument,
  type CastBallotMutation,
  type MyVotingRightsQuery,
  type Vote,
  type VotingSheetQuery,
} from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';
import { problemOf } from '../../lib/problem.ts';

export type VotingSheet = NonNullable<VotingSheetQuery['assembly']>;
export type VotingRight = MyVotingRightsQuery['myVotingRights'][number];
export type Submission = NonNullable<CastBallotMutation['castBallot']['submission']>;

/** An assembly as whoever votes in it sees it: its items, its notice, and what they may vote with now. */
export function useVote(id: () => string) {
  const { locale } = useI18n();
  const sheet = useQuery({ query: VotingSheetDocument, variables: computed(() => ({ id: id() })) });
  const assembly = computed(() => sheet.data.value?.assembly ?? null);
  const isPaused = computed(() => assembly.value?.state !== 'VOTING');
  const asked = useQuery({
    query: MyVotingRightsDocument,
    variables: computed(() => ({ id: id() })),
    pause: isPaused,
  });
  const casting = useMutation(CastBallotDocument);
  const outcome = ref<Outcome>(nothingYet);
  const submission = ref<Submission | null>(null);
  const isBusy = ref(false);
  // The same answers sent twice are one submission.
  let key = crypto.randomUUID();

  function reload(): void {
    void sheet.executeQuery({ requestPolicy: 'network-only' });
    if (!isPaused.value) void asked.executeQuery({ requestPolicy: 'network-only' });
  }
  watch(locale, reload);

  /** true: it is on record, and there is a receipt. */
  async function cast(
    ownerId: string,
    ownershipIds: readonly string[],
    votes: ReadonlyMap<string, Vote>,
  ): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await casting.executeMutation({
      input: {
        assemblyId: id(),
        ownerId,
        ownershipIds: [...ownershipIds],
        votes: [...votes].map(([agendaItemId, answer]) => ({ agendaItemId, answer })),
        idempotencyKey: key,
      },
    });
    outcome.value = outcomeOf(error, data?.castBallot.userErrors);
    submission.value = data?.castBallot.submission ?? null;
    if (!error) {
      key = crypto.randomUUID();
      // What is left to vote with; refused, why may show in the state of the assembly.
      await Promise.all([
        asked.executeQuery({ requestPolicy: 'network-only' }),
        sheet.executeQuery({ requestPolicy: 'network-only' }),
      ]);
    }
    isBusy.value = false;
    return submission.value !== null;
  }

  return {
    assembly,
    rights: computed(() => (isPaused.value ? [] : (asked.data.value?.myVotingRights ?? []))),
    isLoading: computed(
      () =>
        (sheet.fetching.value && !sheet.data.value) || (!isPaused.value && asked.fetching.value && !asked.data.value),
    ),
    problem: computed(() => problemOf(sheet.error.value ?? asked.error.value)),
    outcome,
    submission,
    isBusy,
    cast,
    begin: () => {
      outcome.value = nothingYet;
      submission.value = null;
    },
    reload,
  };
}
