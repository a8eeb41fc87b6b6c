import { Fraction } from '../src/kernel/fraction.ts';
import { encodeId } from '../src/kernel/global-id.ts';
import type { BenchPostgres } from './bench-postgres.ts';
import { askApi } from './http-request.ts';

const query = `query Count($id: ID!) {
  assembly(id: $id) { turnout { ballots participating { exact } } }
}`;

interface Counted {
  readonly assembly: {
    readonly turnout: { readonly ballots: number; readonly participating: { readonly exact: string } };
  };
}

/**
 * Every accepted submission is stored once, with its journal row, and nothing else is; and the API counts exactly what is
 * stored, ballots and square metres. `before`: how many were stored by the set-up. Returns how many were accepted.
 */
export async function reconcile(
  postgres: BenchPostgres,
  database: string,
  api: { readonly port: number; readonly token: string },
  accepted: readonly string[],
  before: number,
): Promise<number> {
  const { submissions, sums } = await postgres.ask(database, async (client) => ({
    submissions: await client.query<{ id: string }>(
      `select b.submission_id as id from ballot b
         join journal j on j.command = 'castBallot' and (j.ids->>'submission')::uuid = b.submission_id
        where b.state = 'COUNTED'`,
    ),
    sums: await client.query<{ id: string; ballots: number; units: string; unit: string }>(
      `select a.id, count(b.id)::int as ballots, coalesce(sum(e.units), 0)::text as units, a.common_unit::text as unit
         from assembly a left join ballot b on b.assembly_id = a.id and b.state = 'COUNTED'
         left join roll_entry e on e.id = b.roll_entry_id group by a.id`,
    ),
  }));
  const stored = new Set(submissions.rows.map(({ id }) => encodeId('Submission', id)));
  const missing = accepted.filter((id) => !stored.has(id));
  const surplus = submissions.rows.length - before - accepted.length;
  if (missing.length > 0 || surplus !== 0 || new Set(accepted).size !== accepted.length) {
    throw new Error(
      `${database}: ${String(missing.length)} accepted ballots are not stored, ${String(surplus)} too many are`,
    );
  }
  for (const { id, ballots, units, unit } of sums.rows) {
    const body = { query, variables: { id: encodeId('Assembly', id) } };
    const { assembly } = await askApi<Counted>(api.port, api.token, body);
    const weight = Fraction.of(BigInt(units), BigInt(unit) * 100n);
    if (assembly.turnout.ballots !== ballots || assembly.turnout.participating.exact !== weight.toString()) {
      throw new Error(`${database}: the API counts ${JSON.stringify(assembly.turnout)}, stored are ${String(ballots)}`);
    }
  }
  return accepted.length;
}
