import './dispute.events.ts';

export { Dispute } from './dispute.entity.ts';
export { AssemblyDisputeResolver, BallotDisputeResolver, DisputeResolver } from './dispute.resolver.ts';
export { disputedRecountOf } from './recount.queries.ts';
