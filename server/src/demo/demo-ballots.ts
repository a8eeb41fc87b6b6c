import type { World } from '../kernel/context.ts';
import { newId } from '../kernel/new-id.ts';
import { between, pick, type DemoRandom } from './demo-chance.ts';
import { secondReader, writeDemoSheets, type DemoSheet } from './demo-sheets.ts';
import { momentBetween, readVoices, type DemoVoice } from './demo-turnout.ts';
import { writeJournal, writeRows, type JournalLine } from './write-rows.ts';

const hour = 3_600_000;

/** How the owners of one house take one assembly. */
export interface DemoPoll {
  readonly assemblyId: string;
  /** The account of whoever takes in and enters paper. */
  readonly keeperId: string;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Nothing has happened yet that comes later. */
  readonly until: number;
  /** Of all owners, how many vote in the end, and of those how many electronically. */
  readonly turnout: number;
  readonly online: number;
  /** For each item, how many of the voters are for it. */
  readonly favour: readonly number[];
  /** Owners who keep their vote for later. */
  readonly except: ReadonlySet<string>;
}

const ballotColumns = {
  id: 'uuid',
  assembly_id: 'uuid',
  submission_id: 'uuid',
  channel: 'text',
  premises_id: 'uuid',
  roll_entry_id: 'uuid',
  lineage_id: 'uuid',
  owner_id: 'uuid',
  acted_by_id: 'uuid',
  authority: 'text',
  sheet: 'text',
  received_at: 'timestamptz',
  handed_over_at: 'timestamptz',
  signed: 'boolean',
  entered_by: 'uuid',
  state: 'text',
  reason: 'text',
  conflict: 'boolean',
} as const;
type BallotRow = Readonly<Record<keyof typeof ballotColumns, unknown>>;

/** What one owner hands in at one moment. */
interface Voter {
  readonly poll: DemoPoll;
  readonly voices: readonly DemoVoice[];
  readonly moment: number;
}

/** Writes the ballots of several assemblies in the order in which they came in, each submission with its journal row. */
export async function castDemoBallots(world: World, random: DemoRandom, polls: readonly DemoPoll[]): Promise<number> {
  const voters: Voter[] = [];
  for (const poll of polls)
    voters.push(...votersOf(random, poll, await readVoices(world.database.read, poll.assemblyId)));
  const taken = new Set<string>();
  const ballots: BallotRow[] = [];
  const sheets: DemoSheet[] = [];
  const second = await secondReader(world.database.read);
  const journal: JournalLine[] = [];
  for (const voter of voters.toSorted((a, b) => a.moment - b.moment)) {
    // Of several who own jointly the first to vote votes for all.
    const free = voter.voices.filter(({ lineageId }) => !taken.has(lineageId));
    for (const { lineageId } of free) taken.add(lineageId);
    if (free.length > 0) handIn(random, { ...voter, voices: free }, { second, ballots, sheets, journal });
  }
  await writeRows(world.database.read, 'ballot', ballotColumns, ballots);
  await writeDemoSheets(world.database.read, second, sheets);
  await writeJournal(world.database.read, journal);
  return ballots.length;
}

function votersOf(random: DemoRandom, poll: DemoPoll, voices: readonly DemoVoice[]): Voter[] {
  const byOwner = Map.groupBy(voices, ({ ownerId }) => ownerId);
  const voters: Voter[] = [];
  for (const [ownerId, own] of byOwner) {
    const takesPart = random() < poll.turnout;
    const moment = momentBetween(random, poll.opensAt, poll.closesAt);
    const canAct = (own[0]?.actors.length ?? 0) > 0;
    if (takesPart && canAct && moment < poll.until && !poll.except.has(ownerId)) {
      voters.push({ poll, voices: own, moment });
    }
  }
  return voters;
}

interface Written {
  /** The account of whoever reads each paper the second time. */
  readonly second: string;
  readonly ballots: BallotRow[];
  readonly sheets: DemoSheet[];
  readonly journal: JournalLine[];
}

function handIn(random: DemoRandom, voter: Voter, { second, ballots, sheets, journal }: Written): void {
  const { poll, voices } = voter;
  const [first] = voices;
  const online = first?.actors.filter(({ accountId }) => accountId !== null) ?? [];
  const isOnline = online.length > 0 && random() < poll.online;
  const actor = pick(random, isOnline ? online : (first?.actors ?? []));
  const sheet = sheetOf(random, poll.favour, isOnline);
  const row = (voice: DemoVoice, submission: string): Omit<BallotRow, 'channel' | 'received_at' | 'signed'> => ({
    id: newId(),
    assembly_id: poll.assemblyId,
    submission_id: submission,
    premises_id: voice.premisesId,
    roll_entry_id: voice.entryId,
    lineage_id: voice.lineageId,
    owner_id: voice.ownerId,
    acted_by_id: actor.personId,
    authority: authorityOf(voice, actor.personId),
    sheet,
    handed_over_at: null,
    entered_by: null,
    state: 'COUNTED',
    reason: null,
    conflict: false,
  });
  const tell = (at: Date, accountId: string | null, command: string, submission: string, own: readonly BallotRow[]) =>
    journal.push({
      at,
      accountId,
      command,
      ids: { assembly: poll.assemblyId, submission, ballots: own.map(({ id }) => String(id)) },
    });
  if (isOnline) {
    const submission = newId();
    const received = new Date(voter.moment);
    const own = voices.map((voice) => ({
      ...row(voice, submission),
      channel: 'ELECTRONIC',
      received_at: received,
      signed: null,
    }));
    ballots.push(...own);
    tell(received, actor.accountId, 'castBallot', submission, own);
    return;
  }
  const paper = paperMoments(random, voter);
  if (paper === null) return;
  for (const voice of voices) {
    const submission = newId();
    const isSigned = random() > 0.01;
    const own: BallotRow = {
      ...row(voice, submission),
      channel: 'PAPER',
      received_at: paper.entered,
      handed_over_at: paper.handedOver,
      signed: isSigned,
      entered_by: poll.keeperId,
      ...(isSigned ? {} : { state: 'REJECTED', reason: 'UNSIGNED' }),
    };
    ballots.push(own);
    sheets.push({ submissionId: submission, isTyped: random() < 0.04, isUndated: random() < 0.03 });
    tell(paper.entered, poll.keeperId, 'enterSheet', submission, [own]);
    tell(paper.entered, second, 'confirmSheet', submission, [own]);
  }
}

/** Paper is handed over until 48 hours before the end, and entered some hours later. */
function paperMoments(random: DemoRandom, { poll, moment }: Voter): { handedOver: Date; entered: Date } | null {
  const last = poll.closesAt - 48 * hour;
  const handedOver = moment <= last ? moment : momentBetween(random, poll.opensAt, last);
  const entered = handedOver + between(random, 20, 600) * 60_000;
  if (entered >= poll.until || entered >= poll.closesAt) return null;
  return { handedOver: new Date(handedOver), entered: new Date(entered) };
}

function authorityOf(voice: DemoVoice, actorId: string): string {
  if (voice.isMinor) return 'PARENT';
  return voice.ownerId === actorId ? 'OWNER' : 'HEAD';
}

/** One digit an item: 1 for, 2 against, 4 abstain; on paper a box is sometimes forgotten. */
function sheetOf(random: DemoRandom, favour: readonly number[], isOnline: boolean): string {
  const digits = favour.map((part) => (random() < part ? '1' : random() < 0.62 ? '2' : '4'));
  const forgotten = !isOnline && digits.length > 1 && random() < 0.03 ? between(random, 0, digits.length - 1) : -1;
  return digits.map((digit, at) => (at === forgotten ? '0' : digit)).join('');
}
