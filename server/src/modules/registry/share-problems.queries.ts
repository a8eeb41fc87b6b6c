import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { makePage, readPage, type Page, type PageArgs } from '../../kernel/page.type.ts';
import type { ShareProblem } from './house.type.ts';
import { premisesById } from './premises.queries.ts';
import { isRegisterServed } from './register-sight.ts';

interface Problem {
  readonly houseId: string;
  readonly premisesId: string;
  readonly numberKey: string;
  readonly sum: Fraction;
}

interface Row extends Omit<Problem, 'sum'> {
  readonly shares: readonly string[];
}

async function readProblems(context: Context, houseIds: readonly string[]): Promise<Problem[]> {
  const rows = await context.database.read<Row>(
    `select p.house_id as "houseId", p.id as "premisesId", p.number_key as "numberKey",
            coalesce(array_agg(o.share_numerator || '/' || o.share_denominator) filter (where o.id is not null), '{}') as shares
       from premises p left join ownership o on o.premises_id = p.id and o.withdrawn_at is null
            and o.since <= $2 and (o.until is null or o.until > $2)
      where p.house_id = any($1::uuid[]) and p.withdrawn_at is null
      group by p.id
     having not (count(o.id) = 1 and bool_and(o.share_numerator = o.share_denominator))
      order by p.number_key, p.id`,
    [houseIds, new Date(context.clock.now())],
  );
  return rows
    .map(({ shares, ...row }) => ({
      ...row,
      sum: shares.reduce((sum, share) => sum.plus(Fraction.parse(share)), Fraction.zero),
    }))
    .filter(({ sum }) => !sum.equals(Fraction.one));
}

/** Premises whose shares do not add up to one now; null for whoever does not keep or check the register. */
export async function listShareProblems(
  context: Context,
  houseId: string,
  args: PageArgs,
): Promise<Page<ShareProblem> | null> {
  const request = readPage(args);
  if (!(await isRegisterServed(context, houseId))) return null;
  const problems = await loadBy(context, 'share problems', houseId, async (ids) => {
    const found = await readProblems(context, ids);
    return ids.map((id) => found.filter((problem) => problem.houseId === id));
  });
  const ordered = request.backwards ? problems.toReversed() : problems;
  const from =
    request.cursor === null ? 0 : ordered.findIndex(({ premisesId }) => premisesId === request.cursor?.[0]) + 1;
  const page = ordered.slice(from, from + request.limit + 1);
  const nodes = await Promise.all(
    page.map(async ({ premisesId, sum }) => {
      const premises = await premisesById(context, premisesId);
      return premises && { premises, sum, missing: Fraction.one.minus(sum) };
    }),
  );
  return makePage(
    nodes.filter((node) => node !== null),
    request,
    (node) => node,
    ({ premises }) => [premises.premisesId],
    () => Promise.resolve(problems.length),
  );
}
