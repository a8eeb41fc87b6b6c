import type { EventBus } from '../../kernel/events.ts';
import { provideFurtherRows } from '../../kernel/journal-fences.ts';

// The row of an electronic ballot was written with it, at most some tries after it was received.
provideFurtherRows('Ballot', (ballot) => {
  const ofBallot = (column: string): string => `(select ${column} from ballot cast_b where cast_b.id = ${ballot})`;
  return `(j.command = 'castBallot' and j.at >= ${ofBallot('cast_b.received_at')}
    and j.at <= ${ofBallot(`cast_b.received_at + interval '10 minutes'`)}
    and j.ids->>'submission' = ${ofBallot('cast_b.submission_id::text')})`;
});

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
