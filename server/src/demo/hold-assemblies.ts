import type { World } from '../kernel/context.ts';
import { encodeId } from '../kernel/global-id.ts';
import { ViewerFinder } from '../modules.ts';
import type { DemoApi } from './demo-api.ts';
import { assemblySteps, type DemoStep, type PlannedAssembly } from './demo-assembly.ts';
import { castDemoBallots, type DemoPoll } from './demo-ballots.ts';
import { shuffled, type DemoRandom } from './demo-chance.ts';
import { demoOwnerToken, demoTokenName } from './demo-owners.ts';
import { demoTalk } from './demo-talk.ts';

export interface HoldingParts {
  readonly world: World;
  readonly api: DemoApi;
  readonly random: DemoRandom;
  readonly now: number;
}

/** Everything in the order in which it happened; the ballots of what still runs last, since they are the latest news. */
export async function holdAssemblies(
  parts: HoldingParts,
  planned: readonly PlannedAssembly[],
  progress: (sentence: string) => void,
): Promise<void> {
  const { world, random } = parts;
  const running: DemoPoll[] = [];
  const steps: DemoStep[] = planned.flatMap((one) => assemblySteps(parts, one, (poll) => running.push(poll)));
  const inOrder = steps.toSorted((a, b) => a.at - b.at);
  for (const [at, step] of inOrder.entries()) {
    if (at > 0 && at % 120 === 0) progress(`Filling the demo: ${String(Math.round((at / inOrder.length) * 100))} %`);
    await step.run();
  }
  await castDemoBallots(world, random, running);
  for (const poll of running) await talk(parts, poll);
}

/** Since the opening some owners have written to each other. */
async function talk({ world, api, random, now }: HoldingParts, poll: DemoPoll): Promise<void> {
  const writers = await world.database.read<{ id: string }>(
    `select distinct c.person_id as id from roll_entry e join account c on c.person_id = any(e.holder_ids)
       join access_token t on t.account_id = c.id and t.token_name = $2 and t.revoked_at is null and t.expires_at > $4
      where e.assembly_id = $1 and c.created_at < $3 order by 1`,
    [poll.assemblyId, demoTokenName, new Date(poll.opensAt), new Date(now)],
  );
  const authors = shuffled(random, writers).slice(0, demoTalk.length);
  for (const [at, { id }] of authors.entries()) {
    const moment = Math.trunc(poll.opensAt + ((at + 0.2 + random() * 0.6) / authors.length) * (now - poll.opensAt));
    const clock = { now: () => moment };
    const viewer = await new ViewerFinder({ ...world, clock }).byToken(demoOwnerToken(world.secrets, id));
    const input = {
      assemblyId: encodeId('Assembly', poll.assemblyId),
      text: demoTalk[at],
      idempotencyKey: `demo-talk-${String(at)}`,
    };
    await api.change(moment, viewer, 'postChatMessage', input, 'message { id }');
  }
}
