import { StartProblem } from './kernel/start-problem.ts';

/** One sentence for what a person can put right; undefined for a bug, which keeps its stack. */
export function sentenceFor(problem: unknown): string | undefined {
  if (problem instanceof StartProblem) return problem.message;
  if (!(problem instanceof Error) || !('syscall' in problem) || !('code' in problem)) return undefined;
  const port = 'port' in problem ? String(problem.port) : '';
  const address = 'address' in problem ? String(problem.address) : '';
  if (problem.syscall !== 'listen' && problem.syscall !== 'getaddrinfo') return undefined;
  switch (problem.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop that one, or choose another port with PORT.`;
    case 'EACCES':
      return `Port ${port} needs more rights than this account has: choose one above 1023 with PORT.`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${address}: correct HOST.`;
    case 'ENOTFOUND':
      return 'The name in HOST is not known: correct HOST.';
    default:
      return undefined;
  }
}
