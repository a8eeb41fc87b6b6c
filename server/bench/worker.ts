import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

type Answer = { readonly answer: unknown } | { readonly problem: string };

/** In a process of the bench: does every order it is sent, one after the other. */
export function obey(work: (order: never) => Promise<unknown>): void {
  const send = (message: Answer): void => {
    process.send?.(message);
  };
  process.on('message', (order: unknown) => {
    work(order as never).then(
      (answer) => send({ answer }),
      (problem: unknown) => send({ problem: problem instanceof Error ? (problem.stack ?? '') : String(problem) }),
    );
  });
}

/** In the process that leads: another one, and what it answers to orders. */
export interface Worker<Order extends object> {
  ask<Reply>(order: Order): Promise<Reply>;
  stop(): Promise<void>;
}

export function startWorker<Order extends object>(file: string, options: readonly string[] = []): Worker<Order> {
  const typescript = file.endsWith('.ts') ? ['--import', '@oxc-node/core/register'] : [];
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: [...typescript, ...options],
    serialization: 'advanced',
  });
  const exit = once(child, 'exit');
  return {
    ask: async <Reply>(order: Order) => {
      child.send(order);
      const ended = exit.then(() => [{ problem: `${file} ended` }]);
      const [said] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
      if ('problem' in said) throw new Error(said.problem);
      return said.answer as Reply;
    },
    stop: async () => {
      child.kill();
      await exit;
    },
  };
}
