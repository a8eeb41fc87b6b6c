import { setTimeout as pause } from 'node:timers/promises';

/**
 * Resolves when somebody asks the server to stop: Ctrl-C, a supervisor, a closed terminal, or the launcher being gone.
 * Asking again changes nothing: Ctrl-C reaches both the launcher and the server, and the launcher passes it on.
 */
export function stopAsked(): Promise<undefined> {
  return new Promise((resolve) => {
    const stop = (): void => {
      resolve(undefined);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    process.on('disconnect', stop);
  });
}

/** Waits for the work, but not for ever: a client that never hangs up must not keep the server. */
export async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  await Promise.race([work, pause(milliseconds, undefined, { ref: false })]);
}
