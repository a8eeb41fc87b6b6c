import type { Context } from '../../kernel/context.ts';
import { noticeOf, readAssemblyRow, assemblyType } from '../assembly/index.ts';
import { assemblyFacts, countFacts } from './assembly-facts.queries.ts';
import { documentTemplate } from './document-template.ts';
import { entriesOf, votersOf } from './register-facts.queries.ts';
import { postingOf, toldOf } from './told-facts.queries.ts';
import type { AssemblyFacts, MinutesFacts } from './rules/assembly-facts.ts';
import type { DocumentWording } from './rules/document-blocks.ts';
import type { DocumentPlan } from './rules/document-kinds.ts';
import { attendanceList, ownersRegister } from './rules/list-wording.ts';
import { noticeProof } from './rules/notice-proof.ts';
import { minutesWording } from './rules/minutes-wording.ts';
import { minutesXml } from './rules/minutes-xml.ts';
import { noticeWording } from './rules/notice-wording.ts';

async function minutesFacts(context: Context, assembly: AssemblyFacts): Promise<MinutesFacts> {
  const [count, voters] = await Promise.all([
    countFacts(context, assembly),
    votersOf(context.database.read, assembly.id),
  ]);
  return { assembly, count, voters };
}

async function noticeOfAssembly(context: Context, assembly: AssemblyFacts): Promise<DocumentWording> {
  const row = await readAssemblyRow(context, assembly.id, 'true as posted');
  if (!row) throw new Error('an assembly that is not there');
  return noticeWording(await noticeOf(context, assemblyType(context, row)), assembly.number);
}

const wordings: Readonly<
  Record<DocumentPlan['kind'], (context: Context, assembly: AssemblyFacts) => Promise<DocumentWording>>
> = {
  NOTICE: noticeOfAssembly,
  MINUTES: async (context, assembly) => minutesWording(await minutesFacts(context, assembly), false),
  PUBLIC_MINUTES: async (context, assembly) => minutesWording(await minutesFacts(context, assembly), true),
  OWNERS_REGISTER: async ({ database }, assembly) =>
    ownersRegister(assembly, await entriesOf(database.read, assembly.id)),
  ATTENDANCE_LIST: async ({ database }, assembly) =>
    attendanceList(assembly, await votersOf(database.read, assembly.id)),
  NOTICE_PROOF: async ({ database: { read } }, assembly) =>
    noticeProof(assembly, await toldOf(read, assembly.id), await postingOf(read, assembly.id)),
};

/** The date inside is that of what the paper tells, so that the same facts are the same bytes whenever they are set. */
function dateOf({ noticeAt, closesAt }: AssemblyFacts, kind: DocumentPlan['kind']): Date {
  return kind === 'NOTICE' ? noticeAt : closesAt;
}

/** The bytes of one paper, from what is on record and nothing else. */
export async function setDocument(
  context: Context,
  assemblyId: string,
  { kind, format }: DocumentPlan,
): Promise<Uint8Array> {
  const assembly = await assemblyFacts(context, assemblyId);
  if (format === 'XML') return Buffer.from(minutesXml(await minutesFacts(context, assembly)), 'utf8');
  const wording = await wordings[kind](context, assembly);
  return context.typesetter.pdf({ source: documentTemplate, facts: { ...wording }, at: dateOf(assembly, kind) });
}
