import { inspect } from 'node:util';
import { startDatabase } from './start-database.ts';
import { announce } from './announce.ts';
import { startApp } from './app.ts';
import { readConfig } from './config.ts';
import { atMost, stopAsked } from './process-end.ts';
import { sentenceFor } from './start-sentence.ts';

const drainLimit = 20_000;

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function run(): Promise<void> {
  const asked = stopAsked();
  const config = readConfig();
  const database = await startDatabase(config, say);
  try {
    const ended = Promise.race([asked, database.lost]);
    const app = await Promise.race([startApp(config, database.address, say), ended]);
    if (app === undefined) return;
    say(announce(app));
    try {
      await ended;
    } finally {
      say('Stopping …');
      await atMost(drainLimit, app.stop());
    }
  } finally {
    // Last: until here a request that was accepted may still be writing.
    await database.stop();
  }
}

try {
  await run();
  say('Stopped.');
  process.exit(0);
} catch (problem) {
  process.stderr.write(`${sentenceFor(problem) ?? inspect(problem)}\n`);
  process.exit(1);
}
