import { randomUUID } from 'node:crypto';
import { demoTalk } from '../../src/demo/demo-talk.ts';
import { Refused, type Caller } from './caller.ts';
import { assemblyOn, type Stage } from './stage.ts';

export interface Pace {
  /** Owners who vote, and messages written, a second. */
  readonly rate: number;
  readonly chat: number;
  readonly seconds: number;
}

/** What the players were told. */
export interface Played {
  /** Submissions that the server said it accepted, and how many ballots they hold. */
  readonly accepted: readonly string[];
  readonly ballots: number;
  readonly messages: number;
  readonly refused: ReadonlyMap<string, number>;
  /** Milliseconds of each castBallot, in ascending order. */
  readonly latencies: readonly number[];
  readonly everybodyVoted: boolean;
}

const rights = 'query ($id: ID!) { myVotingRights(assemblyId: $id) { ownershipId voted authority } }';

interface Right {
  readonly ownershipId: string;
  readonly voted: boolean;
  readonly authority: string;
}

/** Owners come at the given pace and vote; now and then one of them writes. It ends after its time, or when asked to. */
export async function play(
  stage: Stage,
  pace: Pace,
  { ended, progress }: { ended: () => boolean; progress: (played: { accepted: number; seconds: number }) => void },
): Promise<Played> {
  const { agenda } = await assemblyOn(stage);
  const waiting = [...stage.voters];
  const present: Caller[] = [];
  const accepted: string[] = [];
  const latencies: number[] = [];
  const refused = new Map<string, number>();
  let [ballots, messages] = [0, 0];
  const refuse = (problem: unknown): void => {
    const code = problem instanceof Refused ? problem.message : String(problem);
    refused.set(code, (refused.get(code) ?? 0) + 1);
  };

  const vote = async (): Promise<void> => {
    for (let voter = waiting.shift(); voter; voter = waiting.shift()) {
      // Whoever has no account, or nothing left to vote with, leaves the turn to the next.
      const own = await voter
        .ask<{ myVotingRights: readonly Right[] }>(rights, { id: stage.assemblyId })
        .catch((problem: unknown) => {
          // A stranger has no account here; any other refusal is worth hearing of.
          if (!(problem instanceof Refused && problem.code === 'NOT_SIGNED_IN')) refuse(problem);
          return null;
        });
      const free = own?.myVotingRights.filter((right) => right.authority === 'OWNER' && !right.voted) ?? [];
      if (own) present.push(voter);
      if (free.length === 0) continue;
      const began = performance.now();
      const { submission } = await voter.call<{ submission: { id: string; ballots: readonly { id: string }[] } }>(
        'castBallot',
        {
          assemblyId: stage.assemblyId,
          ownershipIds: free.map((right) => right.ownershipId),
          votes: agenda.map(({ id }) => ({ agendaItemId: id, answer: answer() })),
          idempotencyKey: `rehearsal-${randomUUID()}`,
        },
        'submission { id ballots { id } }',
      );
      latencies.push(performance.now() - began);
      accepted.push(submission.id);
      ballots += submission.ballots.length;
      return;
    }
  };
  const write = async (): Promise<void> => {
    const writer = present[Math.floor(Math.random() * present.length)];
    const text = demoTalk[Math.floor(Math.random() * demoTalk.length)];
    if (!writer) return;
    const input = { assemblyId: stage.assemblyId, text, idempotencyKey: `rehearsal-${randomUUID()}` };
    await writer.call('postChatMessage', input);
    messages += 1;
  };

  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 1000;
  const under = new Set<Promise<void>>();
  const begin = (act: () => Promise<void>): void => {
    const turn: Promise<void> = act()
      .catch(refuse)
      .finally(() => under.delete(turn));
    under.add(turn);
  };
  let [votes, texts, told] = [0, 0, 0];
  while (elapsed() < pace.seconds && !ended() && (waiting.length > 0 || under.size > 0)) {
    for (; votes < elapsed() * pace.rate && under.size < 200; votes += 1) begin(vote);
    for (; texts < elapsed() * pace.chat && under.size < 200; texts += 1) begin(write);
    if (elapsed() - told >= 10) {
      told = Math.floor(elapsed());
      progress({ accepted: accepted.length, seconds: told });
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await Promise.all(under);
  return {
    accepted,
    ballots,
    messages,
    refused,
    latencies: latencies.toSorted((a, b) => a - b),
    everybodyVoted: waiting.length === 0 && refused.size === 0,
  };
}

function answer(): string {
  const chance = Math.random();
  return chance < 0.66 ? 'FOR' : chance < 0.88 ? 'AGAINST' : 'ABSTAIN';
}
