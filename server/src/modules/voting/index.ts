export { Ballot } from './ballot.entity.ts';
export { Result } from './result.entity.ts';
