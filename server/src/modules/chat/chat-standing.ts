import type { Context } from '../../kernel/context.ts';
import { isVisible } from '../assembly/index.ts';
import type { ChatStanding } from './chat.policy.ts';

/** What the viewer is to the chat of an assembly: whoever would see it without any role takes part in it. */
export async function standingIn(
  context: Context,
  { place, state }: Pick<ChatStanding, 'place' | 'state'>,
): Promise<ChatStanding> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN' || place.assemblyId === null) return { place, state, takesPart: false, owns: false };
  const takesPart = await isVisible({ ...context, viewer: { ...viewer, grants: [] } }, place.assemblyId);
  if (!takesPart) return { place, state, takesPart, owns: false };
  const [row] = await context.database.read<{ owns: boolean }>(
    `select exists (select from roll_entry re where re.assembly_id = $1 and re.holder_ids && $3::uuid[])
         or exists (select from ownership_holder oh join ownership o on o.id = oh.ownership_id
                      join premises p on p.id = o.premises_id
                     where p.house_id = $2 and oh.person_id = any($3::uuid[]) and o.withdrawn_at is null
                       and o.since <= $4 and (o.until is null or o.until > $4)) as owns`,
    [place.assemblyId, place.houseId, viewer.actorIds, new Date(context.clock.now())],
  );
  return { place, state, takesPart, owns: row?.owns === true };
}
