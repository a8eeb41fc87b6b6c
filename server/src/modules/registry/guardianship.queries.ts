import type { Context } from '../../kernel/context.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { visibleNode } from '../../kernel/node-registry.ts';
import { guardianshipType, type GuardianshipRow, type GuardianshipType } from './person-register.type.ts';

const columns = 'g.id, g.child_id as "childId", g.parent_id as "parentId", g.document, g.since, g.until';

/** Who acts for a child, or for whom a parent acts; only for whoever may see the person itself. */
export async function guardianshipsOf(
  context: Context,
  personId: string,
  as: 'childId' | 'parentId',
): Promise<GuardianshipType[] | null> {
  if ((await visibleNode(context, 'Person', personId)) === null) return null;
  return loadBy(context, `guardianships by ${as}`, personId, async (ids) => {
    const rows = await context.database.read<GuardianshipRow>(
      `select ${columns} from guardianship g where g.${as === 'childId' ? 'child_id' : 'parent_id'} = any($1::uuid[])
        order by g.since, g.id`,
      [ids],
    );
    return ids.map((id) => rows.filter((row) => row[as] === id).map(guardianshipType));
  });
}

/** After a command, for whoever was allowed to give it. */
export async function findGuardianship(context: Context, id: string): Promise<GuardianshipType | null> {
  const [row] = await context.database.read<GuardianshipRow>(`select ${columns} from guardianship g where g.id = $1`, [
    id,
  ]);
  return row ? guardianshipType(row) : null;
}
