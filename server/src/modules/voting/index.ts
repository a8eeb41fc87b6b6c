import './voting.events.ts';

export { Ballot } from './ballot.entity.ts';
export { closeVoting } from './commands/close-voting.ts';
export { Result } from './result.entity.ts';
export { TallyResolver } from './tally.resolver.ts';
export { listenToRoll, tellOfVotes } from './voting.listeners.ts';
export { BallotResolver, SubmissionResolver, VotingResolver, VotingRightResolver } from './voting.resolver.ts';
export { BallotFeedResolver } from './ballot-feed.resolver.ts';
export { LiveCountResolver } from './live-count.resolver.ts';
export { EntryVotesResolver, TurnoutResolver } from './turnout.resolver.ts';
export { explainItem, explainVerdict } from './rules/explanation.ts';
export { type Tally } from './rules/tally.ts';
export { tallyFromJson } from './tally-json.ts';
export { annulSubmission } from './annul-submission.ts';
export { ballotsInNameOf, ballotsOfStaff, findBallot, requireStaff } from './ballot.queries.ts';
export { BallotType } from './ballot.type.ts';
export { recountWithout } from './tally.queries.ts';
export { TallyType } from './tally.type.ts';
