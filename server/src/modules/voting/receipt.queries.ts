import type { Context } from '../../kernel/context.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { receiptCode } from './receipt.ts';

interface Row {
  id: string;
  assembly_id: string;
  received_at: Date;
  owner_id: string;
  sheet: string;
  ballots: string[];
}

/** The receipt of a submission, made again from what is stored. */
export async function receiptOf(context: Context, submissionId: string): Promise<string> {
  return loadBy<string>(context, 'receipt', submissionId, async (ids) => {
    const rows = await context.database.read<Row>(
      `select submission_id as id, assembly_id, min(received_at) as received_at, owner_id, sheet, array_agg(id) as ballots
         from ballot where submission_id = any($1) group by submission_id, assembly_id, owner_id, sheet`,
      [ids],
      'receipts',
    );
    const codes = new Map(
      rows.map((row) => [
        row.id,
        receiptCode(context.secrets, {
          assemblyId: row.assembly_id,
          submissionId: row.id,
          receivedAt: row.received_at.getTime(),
          ownerId: row.owner_id,
          sheet: row.sheet,
          ballotIds: row.ballots,
        }),
      ]),
    );
    return ids.map((id) => codes.get(id) ?? '');
  });
}
