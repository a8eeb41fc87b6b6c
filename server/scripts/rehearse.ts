import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { deriveSecrets } from '../src/adapters/secrets.ts';
import { readConfig } from '../src/config.ts';
import { StartProblem } from '../src/kernel/start-problem.ts';
import { stopAsked } from '../src/process-end.ts';
import { Caller, Refused, RehearsalProblem } from './rehearse/caller.ts';
import { demoStage } from './rehearse/demo-stage.ts';
import { heldBy } from './rehearse/held.ts';
import { listen, type Heard } from './rehearse/listen.ts';
import { ownStage } from './rehearse/own-stage.ts';
import { play, type Pace, type Played } from './rehearse/play.ts';
import { reconcile, type Reconciled } from './rehearse/reconcile.ts';
import { assemblyOn, inAnyOrder, requireAdvisory, type Stage } from './rehearse/stage.ts';

const usage = `npm run rehearse -- [--url URL] [--rate 5] [--chat 0.2] [--seconds 60] [--assembly ID]
  with nothing more           the demo of this folder: its synthetic owners vote
  --token TOKEN               elsewhere: a platform administrator's token makes a rehearsal house of its own
    [--owners 60]             … with so many synthetic owners
  --token TOKEN --assembly ID --voters FILE
                              in an advisory poll that is there, by those whose tokens stand in the file, one a line;
                              such a token may vote, and read assemblies and ballots`;

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    token: { type: 'string' },
    assembly: { type: 'string' },
    voters: { type: 'string' },
    owners: { type: 'string', default: '60' },
    rate: { type: 'string', default: '5' },
    chat: { type: 'string', default: '0.2' },
    seconds: { type: 'string', default: '60' },
    help: { type: 'boolean', default: false },
  },
});

function numberIn(name: 'owners' | 'rate' | 'chat' | 'seconds', from: number, to: number): number {
  const number = Number(values[name]);
  if (!(number >= from && number <= to)) {
    throw new RehearsalProblem(`--${name} is a number from ${String(from)} to ${String(to)}.`);
  }
  return number;
}

async function stageFor(pace: Pace): Promise<Stage> {
  const { token, assembly, voters } = values;
  if (token === undefined) {
    const config = readConfig();
    return demoStage(values.url ?? config.publicUrl, deriveSecrets(config.secret), assembly ?? null);
  }
  const url = values.url ?? readConfig().publicUrl;
  if (assembly === undefined) {
    const owners = Math.trunc(numberIn('owners', 1, 5000));
    return ownStage(url, token, { owners, seconds: pace.seconds, progress: say });
  }
  if (voters === undefined) throw new RehearsalProblem('Nobody votes for anybody else: say --voters FILE.');
  const tokens = readFileSync(voters, 'utf8')
    .split(/\s+/)
    .filter((word) => word !== '');
  const callers = inAnyOrder(tokens).map((each) => new Caller(url, each));
  const stage = { staff: new Caller(url, token), assemblyId: assembly, voters: callers };
  requireAdvisory(await assemblyOn(stage));
  return stage;
}

function say(sentence: string): void {
  console.log(sentence);
}

function report(played: Played, found: Reconciled): void {
  const { accepted, stored, counted, listed, turnout, weight, agrees } = found;
  const at = (part: number): string =>
    (played.latencies[Math.floor((played.latencies.length - 1) * part)] ?? 0).toFixed(0);
  say('');
  say(
    `accepted ${String(accepted)} = stored ${String(stored)} = counted ${String(counted)}: ${agrees ? 'they agree' : 'THEY DIFFER'}`,
  );
  say(
    `  the assembly has ${String(listed)} ballots that count, its turnout says ${String(turnout)}, with ${weight} m²`,
  );
  say(`  ${String(played.ballots)} ballots of ours, an answer after ${at(0.5)} ms (p50), ${at(0.99)} ms (p99)`);
  say(`  ${String(played.messages)} messages in the chat`);
  for (const [code, times] of played.refused) say(`  refused ${String(times)} times: ${code}`);
  if (played.everybodyVoted) say('  Everybody who could has voted.');
}

function tellHeard({ states, ballots, entries, lagged }: Heard): void {
  say(
    `  live: ${String(states)} states of the count, the last one of ${String(ballots)} ballots; ${String(entries)} ballots in the feed`,
  );
  if (lagged > 0) say(`  live: we fell behind ${String(lagged)} times`);
}

async function rehearse(): Promise<number> {
  if (values.help) {
    say(usage);
    return 0;
  }
  const pace = {
    rate: numberIn('rate', 0, 1000),
    chat: numberIn('chat', 0, 100),
    seconds: numberIn('seconds', 1, 86_400),
  };
  const stage = await stageFor(pace);
  const { title, state } = await assemblyOn(stage);
  if (state !== 'VOTING') throw new RehearsalProblem(`«${title}» is not voting now.`);
  say(
    `«${title}» at ${stage.staff.url}: ${String(pace.rate)} owners a second for ${String(pace.seconds)} s; Ctrl-C ends it earlier`,
  );
  let isEnded = false;
  void stopAsked().then(() => (isEnded = true));
  const { heard, stop } = await listen(stage);
  const played = await play(stage, pace, {
    ended: () => isEnded,
    progress: ({ accepted, seconds }) => say(`  ${String(seconds)} s: ${String(accepted)} accepted`),
  });
  const found = await reconcile(stage, played);
  report(played, found);
  tellHeard(heard);
  stop();
  const held = await heldBy(stage.staff.url);
  if (held) {
    const { memoryMegabytes, heapMegabytes, operations } = held;
    say(
      `  the server holds ${memoryMegabytes.toFixed(0)} MB, ${heapMegabytes.toFixed(0)} MB of it in its heap; since its start:`,
    );
    for (const [kind, times] of Object.entries(operations)) say(`    ${kind}: ${String(times)}`);
  }
  return found.agrees ? 0 : 1;
}

try {
  process.exit(await rehearse());
} catch (problem) {
  const isPlain = problem instanceof RehearsalProblem || problem instanceof Refused || problem instanceof StartProblem;
  const isUnreachable = problem instanceof TypeError && problem.message === 'fetch failed';
  console.error(
    isPlain ? problem.message : isUnreachable ? 'Nobody answers there: is it started (npm start)?' : problem,
  );
  process.exit(1);
}
