import type { Context } from '../../../kernel/context.ts';
import { decodeId, decodeOptionalId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransactionWithoutJournal } from '../../../kernel/transaction.ts';
import { Assembly, isVisible } from '../../assembly/index.ts';
import { House } from '../../registry/index.ts';
import type { SheetState } from '../rules/sheet-lifecycle.ts';
import type { OpenNextSheetInput, SheetTask } from '../sheet.input.ts';
import { mayHandleSheet } from '../sheet.policy.ts';

const waitingFor: Readonly<Record<SheetTask, SheetState>> = {
  ENTER: 'TAKEN_IN',
  CONFIRM: 'ENTERED',
  DECIDE: 'DIFFERENT',
};
const holdFor = 10 * 60_000;

/**
 * May: whoever runs the assembly. Changes: the sheet that waits longest is held for this person alone for ten minutes; two
 * people at once are given two sheets, and nobody one that they transcribed before; what was passed over comes again after the
 * others. Announces nothing.
 */
export async function openNextSheet(context: Context, input: OpenNextSheetInput): Promise<{ sheetId: string | null }> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  return inTransactionWithoutJournal(context, 'openNextSheet', async (unit) => {
    const assembly = await unit.em.findOne(Assembly, { id: assemblyId });
    const house = assembly && (await unit.em.findOne(House, { id: assembly.houseId }));
    if (!house) throw new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['input', 'assemblyId']);
    const place = { assemblyId, houseId: house.id, organisationId: house.organisationId ?? null };
    if (!mayHandleSheet(viewer, place))
      throw new Refusal((await isVisible(context, assemblyId)) ? 'NOT_ALLOWED' : 'NOT_FOUND', { kind: 'Assembly' });
    const [taken] = await unit.sql<{ id: string }>(
      `update paper_sheet set held_by = $3, held_until = $5
        where id = (select s.id from paper_sheet s
          where s.assembly_id = $1 and s.state = $2 and (s.held_until is null or s.held_until <= $4 or s.held_by = $3)
            and s.id is distinct from $7
            and not exists (select from transcription t where t.sheet_id = s.id and t.by_person_id = $6)
          order by (s.taken_in_at, s.id) <= (select l.taken_in_at, l.id from paper_sheet l where l.id = $7),
            case when $7::uuid is null then s.held_by is not distinct from $3 and s.held_until > $4 end desc, s.taken_in_at, s.id
          limit 1 for update skip locked)
        returning id`,
      [
        assemblyId,
        waitingFor[input.task],
        viewer.accountId,
        unit.now,
        new Date(unit.now.getTime() + holdFor),
        viewer.personId,
        decodeOptionalId('PaperSheet', input.afterId),
      ],
    );
    if (taken) unit.record({ assembly: assemblyId, sheet: taken.id }, { task: input.task });
    return { sheetId: taken?.id ?? null };
  });
}
