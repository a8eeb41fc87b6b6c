import { createHash } from 'node:crypto';
import QRCode from 'qrcode';
import type { Context } from '../../kernel/context.ts';
import { ballotTemplate } from './ballot-template.ts';
import { ownershipRows, printedOwners } from './ownerships.queries.ts';
import { pagesOfList, rowsOfList, type FormWording } from './rules/form-wording.ts';
import { PrintFailure } from './print-failure.ts';
import type { SheetKind } from './rules/sheet-claim.ts';
import { writeSheetToken } from './sheet-token.ts';

export interface BallotOnRecord {
  readonly position: number;
  readonly ownerId: string | null;
  readonly ownershipIds: readonly string[];
  readonly reference: string;
  readonly printedNumber: string;
}

export interface FormOfRun {
  readonly assemblyId: string;
  readonly formVersion: number;
  readonly formPages: number;
  readonly formAt: Date;
  readonly wording: FormWording;
}

function kindOf({ ownerId, ownershipIds }: BallotOnRecord): SheetKind {
  if (ownerId === null) return 'BLANK';
  return ownershipIds.length === 1 ? 'ONE' : 'SEVERAL';
}

/** What the code of every page says. */
function tokensOf(context: Context, run: FormOfRun, ballot: BallotOnRecord): string[] {
  const { assemblyId, formVersion, formPages } = run;
  const { ownerId, reference, ownershipIds } = ballot;
  const pages = formPages + pagesOfList(ownershipIds.length);
  const kind = kindOf(ballot);
  return Array.from({ length: pages }, (_, at) =>
    writeSheetToken(context.secrets, { kind, assemblyId, ownerId, reference, formVersion, page: at + 1, pages }),
  );
}

/** The margin is the white of the paper around it. */
async function drawn(token: string): Promise<string> {
  return QRCode.toString(token, { type: 'svg', errorCorrectionLevel: 'Q', margin: 0 });
}

/** The beginning of the SHA-256 of what the code on the first page says: an owner's copy of the receipt and a scan prove each other. */
function receiptCodeOf([first = '']: readonly string[]): string {
  const digest = createHash('sha256').update(first).digest('hex').slice(0, 16);
  return digest.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** The ballots of one part as one PDF, dated as the form is: the same ballots again are the same bytes. */
export async function setBallots(
  context: Context,
  run: FormOfRun,
  ballots: readonly BallotOnRecord[],
): Promise<Uint8Array> {
  const { read } = context.database;
  const ownerIds = ballots.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId]));
  const owners = await printedOwners(read, context.secrets, ownerIds);
  const rows = await ownershipRows(
    read,
    run.assemblyId,
    ballots.flatMap(({ ownershipIds }) => ownershipIds),
  );
  const sheets = await Promise.all(
    ballots.map(async (ballot) => {
      const owner = owners.get(ballot.ownerId ?? '') ?? { name: '', identityName: 'СНИЛС или ОГРН', identity: '' };
      const tokens = tokensOf(context, run, ballot);
      return {
        label: owner.name === '' ? 'Решение собственника, бланк' : `Решение собственника: ${owner.name}`,
        owner: owner.name,
        identityName: owner.identityName,
        identity: owner.identity,
        number: ballot.printedNumber,
        receiptCode: receiptCodeOf(tokens),
        codes: await Promise.all(tokens.map(drawn)),
        ownerships: ballot.ownershipIds.map((id) => rows.get(id) ?? []),
      };
    }),
  );
  const facts = { ...run.wording, rowsOfList, measured: false, pages: run.formPages, sheets };
  return context.typesetter.pdf({ source: ballotTemplate, facts, at: run.formAt }).catch((error: unknown) => {
    const [only] = ballots;
    throw new PrintFailure('CANNOT_BE_SET', only && ballots.length === 1 ? only.position : null, error);
  });
}
