import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { readSheetToken } from '../paper/index.ts';

interface Printed {
  readonly printedNumber: string | null;
  readonly ownerId: string | null;
  readonly premisesIds: string[];
}

const column = `select b.printed_number as "printedNumber", b.owner_id as "ownerId",
    array(select distinct o.premises_id from ownership o where o.id = any(b.ownership_ids))::text[] as "premisesIds"
  from printed_ballot b join print_run r on r.id = b.run_id where r.assembly_id = $1`;

/** What was printed on a paper with this code or number, here and for this assembly; anything else is refused. */
export async function printedSheet(
  context: Context,
  unit: Unit,
  assemblyId: string,
  { code, number }: { readonly code?: string | null; readonly number?: string | null },
): Promise<Printed> {
  if (code != null) {
    const claim = readSheetToken(context.secrets, code.trim());
    if (claim?.assemblyId !== assemblyId) throw new Refusal('SHEET_UNKNOWN', {}, ['input', 'code']);
    const [printed] = await unit.sql<Printed>(
      `${column} and b.reference = $2 and b.owner_id is not distinct from $3 limit 1`,
      [assemblyId, claim.reference, claim.ownerId],
    );
    if (!printed) throw new Refusal('SHEET_UNKNOWN', {}, ['input', 'code']);
    return printed;
  }
  if (number != null && number.trim() !== '') {
    const signs = number.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
    const [printed] = await unit.sql<Printed>(`${column} and b.printed_number = $2 limit 1`, [
      assemblyId,
      `${signs.slice(0, 4)}-${signs.slice(4)}`,
    ]);
    if (!printed) throw new Refusal('SHEET_UNKNOWN', {}, ['input', 'number']);
    return printed;
  }
  return { printedNumber: null, ownerId: null, premisesIds: [] };
}
