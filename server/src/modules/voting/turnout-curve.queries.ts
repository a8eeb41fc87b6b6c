import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import type { AssemblyType } from '../assembly/index.ts';
import { totalAreaOf } from './roll-totals.ts';
import { fromUnits } from './rules/ballot-weight.ts';
import { turnoutCurve, turnoutForecast, type CurvePoint } from './rules/turnout-curve.ts';
import { viewOf } from './tally.queries.ts';
import { votesOf } from './tally.type.ts';
import type { TurnoutCurveType, TurnoutPointType } from './turnout-curve.type.ts';
import { wordOutlook } from './outlook-words.ts';

/** As many as a chart shows apart; a step is no shorter than this. */
const mostSteps = 120;
const shortestStep = 15 * 60_000;

/** The turnout over time, for whoever may see the turnout; null before the opening. */
export async function turnoutCurveOf(context: Context, assembly: AssemblyType): Promise<TurnoutCurveType | null> {
  const { opensAt, closesAt, row } = assembly;
  if (viewOf(context, assembly) === 'NOTHING' || !opensAt || !closesAt) return null;
  const lasts = closesAt.getTime() - opensAt.getTime();
  const step = Math.max(shortestStep, Math.ceil(lasts / mostSteps));
  const [basis, received] = await Promise.all([
    readBasis(context, row.id),
    context.database.read<{ step: number; units: string }>(
      `select floor(extract(epoch from b.received_at - $2::timestamptz) * 1000 / $3::float8)::int as step,
              sum(e.units)::text as units
         from ballot b join roll_entry e on e.id = b.roll_entry_id
        where b.assembly_id = $1 and b.state = 'COUNTED' group by 1`,
      [row.id, opensAt, step],
      'turnout-curve',
    ),
  ]);
  if (basis === null) return null;
  const { unit, total } = basis;
  const end = Math.ceil(lasts / step);
  const gone = Math.min(context.clock.now(), closesAt.getTime()) - opensAt.getTime();
  const until = Math.max(0, Math.min(end, Math.ceil(gone / step)));
  const points = turnoutCurve(
    received.map((one) => ({ step: one.step, units: BigInt(one.units) })),
    until,
  );
  const forecast = assembly.state === 'VOTING' ? turnoutForecast(points, total, end) : [];
  const house = fromUnits(total, unit);
  // The last point is now, and not the end of a step that is still running.
  const now = Math.min(context.clock.now(), closesAt.getTime());
  const momentOf = (at: number): number =>
    at === until ? now : Math.min(opensAt.getTime() + at * step, closesAt.getTime());
  const pointOf = ({ step: at, units }: CurvePoint): TurnoutPointType => ({
    at: new Date(momentOf(at)),
    participating: votesOf(fromUnits(units, unit), house),
  });
  const expected = forecast.at(-1);
  return {
    points: points.map(pointOf),
    forecast: forecast.map(pointOf),
    quorum: votesOf(house.times(Fraction.of(1, 2)), house),
    outlook:
      expected === undefined
        ? null
        : wordOutlook(pointOf(expected).participating, expected.units * 2n > total, context.locale),
  };
}

async function readBasis(context: Context, assemblyId: string): Promise<{ unit: bigint; total: bigint } | null> {
  const [area, [row]] = await Promise.all([
    totalAreaOf(context, assemblyId),
    context.database.read<{ unit: string | null }>(
      'select common_unit::text as unit from assembly where id = $1',
      [assemblyId],
      'turnout-curve-unit',
    ),
  ]);
  if (area === null || row?.unit == null) return null;
  const unit = BigInt(row.unit);
  return { unit, total: BigInt(area) * unit };
}
