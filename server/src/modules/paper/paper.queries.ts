import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { listPageOf } from '../../kernel/nested-page-query.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { namedPerson, type PersonType } from '../identity/index.ts';
import { mayPrintBallots, printRunsVisibleTo } from './paper.policy.ts';
import type { AssemblyType } from '../assembly/index.ts';
import type { PrintRunType } from './paper.type.ts';
import { explainPrintFault, type PrintFault } from './rules/print-faults.ts';
import type { PrintState } from './rules/print-lifecycle.ts';

export interface PrintRunRow {
  readonly id: string;
  readonly state: PrintState;
  readonly done: number;
  readonly total: number;
  readonly sheets: number;
  readonly formVersion: number;
  readonly blank: boolean;
  readonly entrance: number | null;
  readonly perOwnership: boolean;
  readonly ownerUuid: string | null;
  readonly requesterUuid: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly fault: PrintFault | null;
  readonly faultBallot: number | null;
  readonly faultOwnerUuid: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
}

const select = `r.id, r.state, r.done, r.total, r.sheets, f.form_version as "formVersion", r.blank, r.entrance,
  r.per_ownership as "perOwnership", r.owner_id as "ownerUuid", c.person_id as "requesterUuid", r.requested_at as "requestedAt",
  r.finished_at as "finishedAt", r.fault, r.fault_ballot as "faultBallot", r.sha256, r.size,
  (select b.owner_id from printed_ballot b where b.run_id = r.id and b.position = r.fault_ballot) as "faultOwnerUuid"`;
const from = `print_run r join paper_form f on f.id = r.form_id join account c on c.id = r.requested_by
  join assembly a on a.id = r.assembly_id join house h on h.id = a.house_id`;

function typeOf({ sha256, size: _size, ...row }: PrintRunRow): PrintRunType {
  const id = encodeId('PrintRun', row.id);
  return { ...row, id, fileUrl: sha256 === null ? null : `/print-runs/${id}/ballots` };
}

export async function readPrintRuns(context: Context, ids: readonly string[]): Promise<PrintRunRow[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  return context.database.read<PrintRunRow>(
    `select ${select} from ${from} where r.id = any(${wanted}::uuid[]) and ${printRunsVisibleTo(context.viewer, parameters)}`,
    parameters.values,
  );
}

export const printAccess = {
  who: ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'],
  scope: 'assemblies:read',
} as const;

provideNodes('PrintRun', {
  access: printAccess,
  load: async (context, uuids) => new Map((await readPrintRuns(context, uuids)).map((row) => [row.id, typeOf(row)])),
});

export async function findPrintRun(context: Context, printRunId: string): Promise<PrintRunType | null> {
  const [row] = await readPrintRuns(context, [printRunId]);
  return row ? typeOf(row) : null;
}

/** The runs of an assembly, newest first; null for whoever does not run it. */
export async function printRunsOf(
  context: Context,
  { row }: AssemblyType,
  args: PageArgs,
): Promise<Page<PrintRunType> | null> {
  const place = { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id };
  if (!mayPrintBallots(context.viewer, place)) return null;
  return listPageOf<PrintRunRow, PrintRunType>(context, row.id, {
    database: context.database,
    select,
    from,
    parent: 'r.assembly_id',
    where: ['true'],
    parameters: new Parameters(),
    sort: [
      { by: 'r.requested_at', type: 'timestamptz', descending: true },
      { by: 'r.id', type: 'uuid', descending: true },
    ],
    args,
    nodeOf: typeOf,
  });
}

export function explanationOf({ locale }: Context, { fault, faultBallot }: PrintRunType): string | null {
  return fault === null ? null : explainPrintFault(fault, faultBallot, locale);
}

/** Whose ballot could not be set. */
export async function faultOwnerOf(context: Context, { faultOwnerUuid }: PrintRunType): Promise<PersonType | null> {
  return faultOwnerUuid === null ? null : namedPerson(context, faultOwnerUuid);
}

export async function ownerOf(context: Context, { ownerUuid }: PrintRunType): Promise<PersonType | null> {
  return ownerUuid === null ? null : namedPerson(context, ownerUuid);
}

export async function requesterOf(context: Context, { requesterUuid }: PrintRunType): Promise<PersonType | null> {
  return namedPerson(context, requesterUuid);
}
