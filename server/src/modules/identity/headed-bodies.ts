import type { Unit } from '../../kernel/transaction.ts';

/** The companies and public bodies whose head a person is. */
export async function headedBodies(unit: Unit, personId: string): Promise<string[]> {
  const rows = await unit.sql<{ id: string }>('select id from person where head_id = $1 and withdrawn_at is null', [
    personId,
  ]);
  return rows.map((row) => row.id);
}
