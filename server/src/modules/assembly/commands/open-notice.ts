import type { Context } from '../../../kernel/context.ts';
import { Parameters } from '../../../kernel/page-query.ts';
import { inTransactionWithoutJournal } from '../../../kernel/transaction.ts';
import { mayOpenNotice, noticesUnopenedBy } from '../notice.policy.ts';

/**
 * May: whom the notice is for. Changes: the first time they open it is on record, once (art. 45 p. 4; domain: log first-seen); any
 * later time, and anybody else, changes nothing. Announces nothing.
 */
export async function openNotice(context: Context, assemblyId: string): Promise<void> {
  const { viewer } = context;
  if (!mayOpenNotice(viewer)) return;
  const at = new Date(context.receivedAt);
  const parameters = new Parameters();
  const unopened = `from assembly a join house h on h.id = a.house_id
    where a.id = ${parameters.add(assemblyId)}::uuid and ${noticesUnopenedBy(viewer, parameters, at)}`;
  if ((await context.database.read(`select 1 ${unopened}`, parameters.values)).length === 0) return;
  await inTransactionWithoutJournal(context, 'openNotice', async (unit) => {
    const seen = [viewer.personId, at, viewer.tokenId !== null].map((value) => parameters.add(value));
    const first = await unit.sql(
      `insert into notice_sight (assembly_id, person_id, seen_at, through_app)
        select a.id, ${seen[0] ?? ''}::uuid, ${seen[1] ?? ''}::timestamptz, ${seen[2] ?? ''}::boolean ${unopened}
        on conflict do nothing returning person_id`,
      parameters.values,
    );
    if (first.length > 0) unit.record({ assembly: assemblyId, person: viewer.personId });
  });
}
