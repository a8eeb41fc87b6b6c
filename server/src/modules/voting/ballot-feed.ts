import type { Context, World } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { LiveStream, type LiveEvent } from '../../kernel/live.ts';
import { requireStaff } from './ballot.queries.ts';
import type { FeedRow } from './ballot-feed.type.ts';

export interface FeedChange extends LiveEvent {
  readonly rows: readonly FeedRow[];
}

const snapshotSize = 50;
/** More than this at once is no reading along any more: the latest are sent, and `lagged` says so. */
const catchUpLimit = 500;

export async function followBallots(
  context: Context,
  assemblyGlobalId: string,
  after: number | null,
): Promise<LiveStream<FeedChange>> {
  const assemblyId = decodeId('Assembly', assemblyGlobalId, ['assemblyId']);
  const requireReader = async (reader: Context): Promise<void> => requireStaff(reader, assemblyId);
  await requireReader(context);
  return new LiveStream<FeedChange>({
    topic: 'FEED',
    assemblyId,
    isState: false,
    after,
    requireReader,
    read: async (world, known) => readFeed(world, assemblyId, known),
  });
}

/**
 * Ballots are numbered when somebody reads along, not when they are cast: one writer an assembly under its own lock, so
 * that numbers follow one another in the order of commits and nobody who votes waits for it.
 */
async function readFeed(world: World, assemblyId: string, after: number | null): Promise<FeedChange | null> {
  const [numbered] = await world.database.read<{ last: number }>(
    'select number_ballots($1) as last',
    [assemblyId],
    'number-ballots',
  );
  const last = numbered?.last ?? 0;
  if (after === last) return null;
  const lost = after !== null && (after > last || last - after > catchUpLimit);
  const fromNumber = after === null || lost ? null : after;
  const rows = await world.database.read<FeedRow>(
    `select b.id, f.sequence, b.received_at, b.channel, f.state, b.owner_id, p.number as premises_number, p.entrance,
            re.units::text, a.common_unit::text,
            (select sum(area_hundredths)::text from roll_premises where assembly_id = $1) as total_area
       from (select * from ballot_feed where assembly_id = $1 and ($2::int is null or sequence > $2) and sequence <= $3
              order by sequence desc limit $4) f
       join ballot b on b.id = f.ballot_id join assembly a on a.id = b.assembly_id
       join premises p on p.id = b.premises_id left join roll_entry re on re.id = b.roll_entry_id
      order by f.sequence`,
    [assemblyId, fromNumber, last, fromNumber === null ? snapshotSize : catchUpLimit],
    'ballot-feed',
  );
  return { sequence: last, lagged: lost, rows };
}
