import type { EventBus } from '../../kernel/events.ts';

/** A sale found after the seller had voted: what they cast from its moment on falls and is recounted (domain row 18). */
export function listenToRoll(events: EventBus): void {
  events.within('RollEntryEnded', async (_context, unit, event) => {
    const fallen = await unit.sql<{ submission_id: string }>(
      `update ballot set state = 'ANNULLED', reason = 'SOLD_BEFORE', annulled_at = $3
        where roll_entry_id = $1 and state = 'COUNTED' and coalesce(handed_over_at, received_at) >= $2
        returning submission_id`,
      [event.rollEntryId, event.at, unit.now],
    );
    for (const submissionId of new Set(fallen.map((row) => row.submission_id))) {
      unit.tell({ name: 'BallotAnnulled', assemblyId: event.assemblyId, submissionId });
    }
  });
}

/** What moves the count and the feed of an assembly, told to every process after the commit. */
export function tellOfVotes(events: EventBus): void {
  for (const name of ['BallotCast', 'PaperBallotEntered', 'BallotAnnulled'] as const) {
    events.after(name, ({ signals }, { assemblyId }) => {
      signals.tell('COUNT', assemblyId);
      signals.tell('FEED', assemblyId);
    });
  }
  for (const name of [
    'AssemblyAnnounced',
    'AssemblyCancelled',
    'RollChanged',
    'VotingOpened',
    'VotingClosed',
  ] as const) {
    events.after(name, ({ signals }, { assemblyId }) => {
      signals.tell('COUNT', assemblyId);
    });
  }
}
