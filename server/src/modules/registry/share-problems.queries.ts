import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import type { Parameters } from '../../kernel/page-query.ts';
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

/**
 * Houses in which the shares of some premises do not add up to one; a filter over `house h`. A share has sixty digits
 * here, so thirds make one again: no denominators that a title states bring another sum so near to it. A city is known
 * long before its registers are, so houses without premises are not even looked into.
 */
export function withShareProblems(parameters: Parameters, at: Date): string {
  const moment = `${parameters.add(at)}::timestamptz`;
  return `exists (select from premises known where known.house_id = h.id)
     and exists (select from premises sp left join ownership so on so.premises_id = sp.id and so.withdrawn_at is null
       and so.since <= ${moment} and (so.until is null or so.until > ${moment})
     where sp.house_id = h.id and sp.withdrawn_at is null group by sp.id
    having abs(coalesce(sum(so.share_numerator * 1e60 / so.share_denominator), 0) - 1e60) > 1e20)`;
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

function problemsOf(context: Context, houseId: string): Promise<readonly Problem[]> {
  return loadBy(context, 'share problems', houseId, async (ids) => {
    const found = await readProblems(context, ids);
    return ids.map((id) => found.filter((problem) => problem.houseId === id));
  });
}

/** What of premises no ownership on record covers; null for whoever does not keep or check the register. */
export async function missingShareOf(
  context: Context,
  { houseId, premisesId }: { readonly houseId: string; readonly premisesId: string },
): Promise<Fraction | null> {
  if (!(await isRegisterServed(context, houseId))) return null;
  const problems = await problemsOf(context, houseId);
  return Fraction.one.minus(problems.find((problem) => problem.premisesId === premisesId)?.sum ?? Fraction.one);
}

/** Premises whose shares do not add up to one now; null for whoever does not keep or check the register. */
export async function listShareProblems(
  context: Context,
  houseId: string,
  args: PageArgs,
): Promise<Page<ShareProblem> | null> {
  const request = readPage(args);
  if (!(await isRegisterServed(context, houseId))) return null;
  const problems = await problemsOf(context, houseId);
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
    ({ premises }) => JSON.stringify([premises.premisesId]),
    () => Promise.resolve(problems.length),
  );
}
