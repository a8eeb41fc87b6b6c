import type { EventBus } from '../../kernel/events.ts';

/** Of a ballot itself its owners are told by the database, with the ballot (docs/decisions); of a dispute here, in its transaction. */
export function listenToDisputes(events: EventBus): void {
  events.within('DisputeOpened', async (_context, unit, { ballotId }) => {
    await unit.sql('select write_messages($1::uuid[], $2, $3)', [[ballotId], 'DISPUTE_OPENED', unit.now]);
  });
  events.within('DisputeRejected', async (_context, unit, { ballotId }) => {
    await unit.sql('select write_messages($1::uuid[], $2, $3)', [[ballotId], 'DISPUTE_REJECTED', unit.now]);
  });
}
