import { Fraction } from '../../src/kernel/fraction.ts';
import type { Page, PagedQuery } from './caller.ts';
import type { Played } from './play.ts';
import type { Stage } from './stage.ts';

export interface Reconciled {
  readonly accepted: number;
  /** Of the accepted, those that the staff of the assembly find among its ballots. */
  readonly stored: number;
  /** Of the accepted, those whose every ballot counts. */
  readonly counted: number;
  /** All ballots of the assembly that count: as listed, and as the turnout says. */
  readonly listed: number;
  readonly turnout: number;
  /** What the server says they weigh, as it prints it. */
  readonly weight: string;
  readonly agrees: boolean;
}

interface ListedBallot {
  readonly submissionId: string;
  readonly state: string;
  readonly weight: { readonly exact: string } | null;
}
interface Turnout {
  readonly ballots: number;
  readonly participating: { readonly exact: string; readonly display: string };
}

const page = `query ($id: ID!, $after: String) { ballots(assemblyId: $id, first: 100, after: $after, sort: OLDEST) {
  nodes { submissionId state weight { exact } } pageInfo { hasNextPage endCursor } } }`;
const turnoutOf = 'query ($id: ID!) { assembly(id: $id) { turnout { ballots participating { exact display } } } }';

/** Everything accepted is stored, and what is stored is what is counted, to the last hundredth of a square metre. */
export async function reconcile(stage: Stage, played: Played): Promise<Reconciled> {
  // Somebody else may vote while it reads: then it reads once more.
  for (let attempt = 1; ; attempt += 1) {
    const before = await turnout(stage);
    const all: PagedQuery<{ readonly ballots: Page<ListedBallot> }> = {
      query: page,
      variables: { id: stage.assemblyId },
    };
    const ballots = await stage.staff.list(all, (answer) => answer.ballots);
    const after = await turnout(stage);
    const moved = JSON.stringify(before) !== JSON.stringify(after);
    if (!moved || attempt === 20) return compare(played, ballots, after);
  }
}

async function turnout({ staff, assemblyId }: Stage): Promise<Turnout> {
  const { assembly } = await staff.ask<{ assembly: { turnout: Turnout } }>(turnoutOf, { id: assemblyId });
  return assembly.turnout;
}

export function compare(played: Pick<Played, 'accepted'>, ballots: readonly ListedBallot[], said: Turnout): Reconciled {
  const counting = ballots.filter(({ state }) => state === 'COUNTED');
  const stored = new Set(ballots.map(({ submissionId }) => submissionId));
  const fallen = new Set(ballots.filter(({ state }) => state !== 'COUNTED').map(({ submissionId }) => submissionId));
  const isStored = played.accepted.filter((id) => stored.has(id));
  const isCounted = isStored.filter((id) => !fallen.has(id));
  const weight = counting.reduce((sum, ballot) => sum.plus(Fraction.parse(ballot.weight?.exact ?? '0')), Fraction.zero);
  const [accepted, listed] = [new Set(played.accepted).size, counting.length];
  return {
    accepted: played.accepted.length,
    stored: isStored.length,
    counted: isCounted.length,
    listed,
    turnout: said.ballots,
    weight: said.participating.display,
    agrees:
      accepted === played.accepted.length &&
      isStored.length === accepted &&
      isCounted.length === accepted &&
      listed === said.ballots &&
      weight.toString() === said.participating.exact,
  };
}
