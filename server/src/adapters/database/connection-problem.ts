import { DatabaseError } from 'pg';
import { StartProblem } from '../../kernel/start-problem.ts';

/** Why a database cannot be reached, as one sentence without the password. */
export function connectionProblem(variable: string, url: string, problem: unknown): StartProblem {
  return new StartProblem(`${variable}: ${reason(new URL(url), problem)}.`);
}

function reason(url: URL, problem: unknown): string {
  const where = url.host === '' ? 'the local PostgreSQL' : `PostgreSQL at ${url.host}`;
  const role = decodeURIComponent(url.username);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!(problem instanceof Error)) return `${where} cannot be reached`;
  switch ('code' in problem ? problem.code : undefined) {
    case '28P01':
    case '28000':
      return `${where} does not let role "${role}" in (${problem.message})`;
    case '3D000':
      return `${where} has no database "${database}"`;
    case '42501':
      return `role "${role}" may not connect to database "${database}" at ${url.host}`;
    case '53300':
      return `${where} has no free connections`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `there is no host "${url.hostname}"`;
    case 'ECONNREFUSED':
      return `nobody answers at ${url.host}: PostgreSQL does not run there, or listens on another port`;
    default:
      return problem instanceof DatabaseError
        ? `${where} refuses: ${problem.message}`
        : `${where} cannot be reached (${problem.message})`;
  }
}
