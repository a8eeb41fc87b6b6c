import type { World } from '../../kernel/context.ts';

const gapMs = 250;

/**
 * Tells that the count of one assembly may have changed: once at the start, then at most four times a second however many
 * ballots come in. It keeps no queue, only the fact that something happened, so a slow reader costs nothing.
 */
export function watchCount(world: World, assemblyId: string): AsyncIterableIterator<{ readonly assemblyId: string }> {
  let changed = true;
  let ended = false;
  let notBefore = 0;
  let waiting: (() => void) | null = null;
  const wake = (): void => {
    waiting?.();
    waiting = null;
  };
  const touch = (event: { readonly assemblyId: string }): void => {
    if (event.assemblyId !== assemblyId) return;
    changed = true;
    wake();
  };
  const stops = [
    world.events.after('BallotCast', (_world, event) => touch(event)),
    world.events.after('PaperBallotEntered', (_world, event) => touch(event)),
    world.events.after('BallotAnnulled', (_world, event) => touch(event)),
    world.events.after('RollChanged', (_world, event) => touch(event)),
    world.events.after('VotingOpened', (_world, event) => touch(event)),
    world.events.after('VotingClosed', (_world, event) => touch(event)),
  ];
  return {
    async next() {
      while (!ended) {
        const wait = notBefore - Date.now();
        if (changed && wait <= 0) {
          changed = false;
          notBefore = Date.now() + gapMs;
          return { done: false, value: { assemblyId } };
        }
        await new Promise<void>((resolve) => {
          waiting = resolve;
          if (changed) setTimeout(wake, wait);
        });
      }
      return { done: true, value: undefined };
    },
    async return() {
      ended = true;
      for (const stop of stops) stop();
      wake();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
