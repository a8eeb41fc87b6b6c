import './voting.events.ts';

export { Ballot } from './ballot.entity.ts';
export { closeVoting } from './commands/close-voting.ts';
export { Result } from './result.entity.ts';
export { TallyResolver } from './tally.resolver.ts';
export { listenToRoll, tellOfVotes } from './voting.listeners.ts';
export { BallotWordsResolver } from './ballot-words.resolver.ts';
export { BallotResolver, SubmissionResolver, VotingResolver, VotingRightResolver } from './voting.resolver.ts';
export { BallotFeedResolver } from './ballot-feed.resolver.ts';
export { LiveCountResolver } from './live-count.resolver.ts';
export { EntryVotesResolver, TurnoutResolver } from './turnout.resolver.ts';
export { explainItem, explainVerdict } from './rules/explanation.ts';
export { type Tally } from './rules/tally.ts';
export { tallyFromJson } from './tally-json.ts';
export { annulSubmission } from './annul-submission.ts';
export {
  ballotsInNameOf,
  ballotsOfStaff,
  ballotsOfSubmission,
  findBallot,
  pageOfBallots,
  requireStaff,
} from './ballot.queries.ts';
export { ballotOrders, BallotSortEnum, type BallotSort } from './ballot-sort.ts';
export { BallotConnection, BallotType } from './ballot.type.ts';
export { provideNumberedSubmissions, submissionsOfCode } from './receipt-search.queries.ts';
export { recountOf, recountWithout } from './tally.queries.ts';
export { provideCountStep } from './live-count.queries.ts';
export { itemIdsOf, recordPaper, requireOpenForEntry, sheetOf } from './record-paper.ts';
export { decodeSheet } from './rules/answers.ts';
export { PaperVoteInput } from './voting.input.ts';
export { BallotVoteType } from './ballot.type.ts';
export { TallyType, Turnout, Votes, votesOf } from './tally.type.ts';
export { VoteEnum } from './voting.input.ts';
