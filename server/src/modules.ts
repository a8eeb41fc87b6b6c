// TypeGraphQL asks that it is there before the first decorator, although every type is given by a thunk.
import 'reflect-metadata';
import {
  AgendaItem,
  AnnouncementResolver,
  Assembly,
  AssemblyResolver,
  listenToRegister,
  Material,
  NoticeSight,
  Proxy,
  ProxyResolver,
  RollChange,
  RollEntry,
  RollChangeResolver,
  RollEntryResolver,
  RollPremises,
  RollResolver,
} from './modules/assembly/index.ts';
import {
  AssemblyChatResolver,
  Chat,
  ChatEdit,
  ChatMessage,
  ChatMessageResolver,
  ChatResolver,
  tellOfChat,
} from './modules/chat/index.ts';
import {
  AssemblyDefectResolver,
  BallotDefectResolver,
  DefectRepair,
  DefectResolver,
  listenToMending,
  tellOfRepairs,
} from './modules/defect/index.ts';
import { AssemblyDisputeResolver, BallotDisputeResolver, Dispute, DisputeResolver } from './modules/dispute/index.ts';
import { filesRoutes, StoredFile } from './modules/files/index.ts';
import {
  AccessToken,
  AccessTokenResolver,
  Account,
  AccountResolver,
  Invitation,
  JournalIdResolver,
  JournalResolver,
  Organisation,
  OrganisationResolver,
  Person,
  PersonResolver,
  RoleGrant,
  RoleResolver,
  Session,
  SessionResolver,
} from './modules/identity/index.ts';
import {
  Guardianship,
  GuardianshipResolver,
  House,
  HouseResolver,
  ImportJob,
  ImportResolver,
  importRoutes,
  ImportRow,
  Ownership,
  OwnershipHolder,
  OwnershipResolver,
  PersonRegisterResolver,
  Premises,
  PremisesArea,
  PremisesResolver,
} from './modules/registry/index.ts';
import {
  AssemblyPaperResolver,
  PaperForm,
  paperRoutes,
  PrintedBallot,
  PrintPart,
  PrintRun,
  PrintRunResolver,
} from './modules/paper/index.ts';
import {
  AssemblyDocument,
  AssemblyDocumentResolver,
  AssemblyDocumentsResolver,
  documentRoutes,
  DocumentSignature,
} from './modules/documents/index.ts';
import { listenToDisputes, Message, MessageResolver } from './modules/notification/index.ts';
import {
  AssemblyDeskResolver,
  BallotTrailResolver,
  listenToClosing,
  listenToScans,
  PaperSheet,
  PaperSheetResolver,
  PaperTrailResolver,
  sheetRoutes,
  SheetScanResolver,
  Transcription,
  TranscriptionResolver,
} from './modules/sheet/index.ts';
import {
  AssemblyScanResolver,
  Scan,
  ScanChunk,
  ScannedBallot,
  ScannedBallotResolver,
  ScanPage,
  ScanResolver,
  scanRoutes,
} from './modules/scan/index.ts';
import { ListColumns, ListColumnsResolver, SavedView, SavedViewResolver } from './modules/saved-view/index.ts';
import {
  Ballot,
  BallotFeedResolver,
  BallotResolver,
  BallotWordsResolver,
  EntryVotesResolver,
  listenToRoll,
  tellOfVotes,
  LiveCountResolver,
  Result,
  SubmissionResolver,
  TallyResolver,
  TurnoutResolver,
  VotingResolver,
  VotingRightResolver,
} from './modules/voting/index.ts';
import type { EventBus } from './kernel/events.ts';
import type { HttpRoute } from './kernel/http-route.ts';
import { JournalRow } from './kernel/journal.entity.ts';
import { NodeResolver } from './kernel/node.resolver.ts';

/** Every table, in the order of the modules: each knows only those before it. */
export const entities = [
  JournalRow,
  Person,
  Organisation,
  Account,
  Invitation,
  Session,
  AccessToken,
  RoleGrant,
  ListColumns,
  SavedView,
  StoredFile,
  House,
  Premises,
  PremisesArea,
  Ownership,
  OwnershipHolder,
  Guardianship,
  ImportJob,
  ImportRow,
  Assembly,
  AgendaItem,
  Material,
  NoticeSight,
  RollPremises,
  RollEntry,
  RollChange,
  Proxy,
  Ballot,
  Result,
  Dispute,
  PaperForm,
  PrintRun,
  PrintedBallot,
  PrintPart,
  PaperSheet,
  Transcription,
  AssemblyDocument,
  DocumentSignature,
  Scan,
  ScanChunk,
  ScannedBallot,
  ScanPage,
  DefectRepair,
  Chat,
  ChatMessage,
  ChatEdit,
  Message,
];

/** What the schema is made of. */
export const resolvers: [new () => object, ...(new () => object)[]] = [
  NodeResolver,
  SessionResolver,
  AccountResolver,
  RoleResolver,
  AccessTokenResolver,
  PersonResolver,
  OrganisationResolver,
  JournalResolver,
  JournalIdResolver,
  ListColumnsResolver,
  SavedViewResolver,
  HouseResolver,
  PremisesResolver,
  OwnershipResolver,
  PersonRegisterResolver,
  GuardianshipResolver,
  ImportResolver,
  AssemblyResolver,
  AnnouncementResolver,
  ProxyResolver,
  RollResolver,
  RollChangeResolver,
  RollEntryResolver,
  VotingResolver,
  SubmissionResolver,
  BallotResolver,
  BallotWordsResolver,
  VotingRightResolver,
  TallyResolver,
  TurnoutResolver,
  EntryVotesResolver,
  LiveCountResolver,
  BallotFeedResolver,
  DisputeResolver,
  BallotDisputeResolver,
  AssemblyDisputeResolver,
  PrintRunResolver,
  AssemblyPaperResolver,
  PaperSheetResolver,
  TranscriptionResolver,
  SheetScanResolver,
  AssemblyDeskResolver,
  BallotTrailResolver,
  PaperTrailResolver,
  AssemblyDocumentResolver,
  AssemblyDocumentsResolver,
  ScanResolver,
  ScannedBallotResolver,
  AssemblyScanResolver,
  DefectResolver,
  BallotDefectResolver,
  AssemblyDefectResolver,
  ChatResolver,
  ChatMessageResolver,
  AssemblyChatResolver,
  MessageResolver,
];

/** What is offered beside GraphQL. */
export const routes: readonly HttpRoute[] = [
  ...filesRoutes,
  ...importRoutes,
  ...paperRoutes,
  ...scanRoutes,
  ...sheetRoutes,
  ...documentRoutes,
];

/** Who hears what, from the lower modules to the upper ones. */
export function listen(events: EventBus): void {
  listenToRegister(events);
  listenToRoll(events);
  listenToClosing(events);
  listenToScans(events);
  listenToMending(events);
  tellOfVotes(events);
  tellOfRepairs(events);
  tellOfChat(events);
  listenToDisputes(events);
}

export { foundPlatform, ViewerFinder } from './modules/identity/index.ts';
export { openVoting } from './modules/assembly/index.ts';
export { closeVoting } from './modules/voting/index.ts';
