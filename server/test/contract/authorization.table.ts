/**
 * Who may do what, written by hand and executed cell by cell against seeded data, other people's included.
 *
 *   +     allowed: the answer holds what was asked for, or the change was made
 *   .     hidden: null, or not in the list
 *   SIGN  NOT_SIGNED_IN    NO  NOT_ALLOWED    NONE  NOT_FOUND    SCOPE  SCOPE_MISSING    AUTH  NO_AUTHORITY
 *
 * The thing asked about is the owner's, or of the owner's house: see authorization/city.ts. The keeper is the assembly administrator
 * of the organisation that manages that house, the other keeper of another one; operator, auditor and administrator
 * have their role over the whole platform. The token is the administrator's, without the scope in question.
 * What follows a colon tells two rows of one field apart.
 */
export const table = `
                                  anonymous owner neighbour stranger keeper otherKeeper operator auditor administrator token
Query.viewer                      .         +     +         +        +      +           +        +       +             +
Query.accounts                    SIGN      NO    NO        NO       NO     NO          NO       +       +             SCOPE
Query.roleGrants                  SIGN      NO    NO        NO       NO     NO          NO       +       +             SCOPE
Query.journal                     SIGN      NO    NO        NO       NO     NO          NO       +       +             SCOPE
Query.history:House               SIGN      NO    NO        NO       +      .           NO       +       +             SCOPE
Query.history:Premises            SIGN      NO    NO        NO       +      NONE        NO       +       +             SCOPE
Query.history:Person              SIGN      NO    NO        NO       +      NONE        NO       +       +             SCOPE
Query.history:Person,elsewhere    SIGN      NO    NO        NO       .      +           NO       +       +             SCOPE
Query.history:Person,looks        SIGN      NO    NO        NO       .      NONE        NO       +       +             SCOPE
Query.history:Assembly            SIGN      NO    NO        NO       +      NONE        NO       +       +             SCOPE
Query.history:Ballot              SIGN      NO    NO        NO       +      NONE        NO       +       +             SCOPE
Query.history:Organisation        SIGN      NO    NO        NO       +      NONE        NO       +       +             SCOPE
Query.history:Proxy               SIGN      NO    NO        NO       +      NONE        NO       +       +             SCOPE
Query.history:Dispute             SIGN      NO    NO        NO       +      NONE        NO       +       +             SCOPE
Query.history:PaperSheet          SIGN      NO    NO        NO       +      NONE        NO       +       +             SCOPE
Query.history:Account             SIGN      NO    NO        NO       NONE   NONE        NO       +       +             SCOPE
Query.history:RoleGrant           SIGN      NO    NO        NO       NONE   NONE        NO       +       +             SCOPE
Query.mySessions                  SIGN      +     .         .        .      .           .        .       .             SCOPE
Query.myAccessTokens              SIGN      +     .         .        .      .           .        .       .             SCOPE
Query.looksAtMe                   SIGN      +     .         .        .      .           .        .       .             SCOPE
Query.myListColumns               SIGN      +     .         .        .      .           .        .       .             SCOPE
Query.savedViews                  SIGN      +     .         .        .      .           .        .       .             SCOPE
Query.savedViews:shared           SIGN      +     .         .        +      +           +        +       +             SCOPE
Query.organisations               SIGN      +     +         +        +      +           +        +       +             SCOPE
Query.node:AccessToken            SIGN      +     .         .        .      .           .        .       .             .
Query.node:Account                SIGN      +     .         .        .      .           .        +       +             .
Query.node:Assembly               SIGN      +     +         .        +      .           +        +       +             .
Query.node:AssemblyDocument       SIGN      .     .         .        +      .           .        +       +             .
Query.node:Ballot                 SIGN      +     .         .        +      .           +        +       +             .
Query.node:Dispute                SIGN      +     .         .        +      .           +        +       +             .
Query.node:House                  SIGN      +     +         +        +      +           +        +       +             .
Query.node:ImportJob              SIGN      .     .         .        +      .           .        +       +             .
Query.node:JournalRow             SIGN      .     .         .        .      .           .        +       +             .
Query.node:Organisation           SIGN      +     +         +        +      +           +        +       +             .
Query.node:Ownership              SIGN      +     .         .        +      .           +        +       +             .
Query.node:PaperSheet             SIGN      .     .         .        +      .           .        .       +             .
Query.node:Person                 SIGN      +     .         .        +      .           +        +       +             .
Query.node:Premises               SIGN      +     +         .        +      .           +        +       +             .
Query.node:PrintRun               SIGN      .     .         .        +      .           .        .       +             .
Query.node:Proxy                  SIGN      +     .         .        +      .           +        +       +             .
Query.node:RoleGrant              SIGN      .     .         .        +      .           .        +       +             .
Query.node:Scan                   SIGN      .     .         .        +      .           .        +       +             .
Query.node:ScannedBallot          SIGN      +     .         .        +      .           .        +       +             .
Query.node:ScanPage               SIGN      +     .         .        +      .           .        +       +             .
Query.node:SavedView              SIGN      +     .         .        .      .           .        .       .             .
Query.node:Session                SIGN      +     .         .        .      .           .        .       .             .
Query.nodes                       SIGN      +     .         .        +      .           +        +       +             .

Mutation.signIn                   +         +     +         +        +      +           +        +       +             +
Mutation.signOut                  +         +     +         +        +      +           +        +       +             +
Mutation.acceptInvitation         +         +     +         +        +      +           +        +       +             +
Mutation.changePassword           SIGN      +     +         +        +      +           +        +       +             SCOPE
Mutation.setLocale                SIGN      +     +         +        +      +           +        +       +             SCOPE
Mutation.endSession               SIGN      +     NONE      NONE     NONE   NONE        NONE     NONE    NONE          SCOPE
Mutation.createAccessToken        SIGN      +     +         +        +      +           +        +       +             SCOPE
Mutation.revokeAccessToken        SIGN      +     NONE      NONE     NONE   NONE        NONE     NONE    NONE          NONE
Mutation.invitePerson             SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.withdrawInvitation       SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.blockAccount             SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.unblockAccount           SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.grantRole                SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.revokeRole               SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.registerPerson           SIGN      NO    NO        NO       +      +           NO       NO      +             SCOPE
Mutation.amendPerson              SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.appointHead              SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.revealPerson             SIGN      +     NO        NO       NO     NO          +        NO      +             SCOPE
Mutation.createOrganisation       SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.amendOrganisation        SIGN      NO    NO        NO       +      NO          NO       NO      +             SCOPE
Mutation.keepListColumns          SIGN      +     +         +        +      +           +        +       +             SCOPE
Mutation.saveView                 SIGN      +     +         +        +      +           +        +       +             SCOPE
Mutation.saveView:shared          SIGN      NO    NO        NO       +      +           +        +       +             SCOPE
Mutation.renameView               SIGN      +     NONE      NONE     NONE   NONE        NONE     NONE    NONE          SCOPE
Mutation.shareView                SIGN      +     NONE      NONE     NONE   NONE        NONE     NONE    NONE          SCOPE
Mutation.deleteView               SIGN      +     NONE      NONE     NONE   NONE        NONE     NONE    NONE          SCOPE

Query.houses                      SIGN      +     +         +        +      +           +        +       +             SCOPE
Query.house                       SIGN      +     +         +        +      +           +        +       +             SCOPE
Query.premises                    SIGN      +     +         .        +      .           +        +       +             SCOPE
Query.persons                     SIGN      +     .         .        +      .           +        +       +             SCOPE
Query.person                      SIGN      +     .         .        +      .           +        +       +             SCOPE
Query.myOwnerships                SIGN      +     .         .        .      .           .        .       .             SCOPE
Mutation.createHouse              SIGN      NO    NO        NO       +      NO          NO       NO      +             SCOPE
Mutation.amendHouse               SIGN      NO    NO        NO       +      NO          NO       NO      +             SCOPE
Mutation.assignHouse              SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.addPremises              SIGN      NO    NO        NO       +      NO          NO       NO      +             SCOPE
Mutation.amendPremises            SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.correctArea              SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.recordOwnership          SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.endOwnership             SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.recordTransfer           SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.recordGuardianship       SIGN      NO    NO        NO       +      NO          NO       NO      +             SCOPE
Mutation.endGuardianship          SIGN      NO    NO        NO       +      NO          NO       NO      +             SCOPE

Query.imports                     SIGN      NO    NO        NO       +      .           NO       +       +             SCOPE
Query.import                      SIGN      NO    NO        NO       +      .           NO       +       +             SCOPE
Query.import:houses               SIGN      NO    NO        NO       .      .           NO       +       +             SCOPE
Mutation.prepareImport            SIGN      NO    NO        NO       +      NO          NO       NO      +             SCOPE
Mutation.prepareImport:houses     SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.mapImport                SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.mapImport:houses         SIGN      NO    NO        NO       NONE   NONE        NO       NO      +             SCOPE
Mutation.rehearseImport           SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.commitImport             SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.undoImport               SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.discardImport            SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE

Query.assemblies                  SIGN      +     +         .        +      .           +        +       +             SCOPE
Query.assembly                    SIGN      +     +         .        +      .           +        +       +             SCOPE
Query.assembly:draft              SIGN      .     .         .        +      .           +        +       +             SCOPE
Query.agendaLibrary               SIGN      +     +         +        +      +           +        +       +             SCOPE
Query.examineWording              SIGN      +     +         +        +      +           +        +       +             SCOPE
Query.lawfulTimeline              SIGN      +     +         +        +      +           +        +       +             SCOPE
Query.proxies                     SIGN      +     .         .        +      .           +        +       +             SCOPE
Mutation.draftAssembly            SIGN      NO    NO        NO       +      NO          NO       NO      +             SCOPE
Mutation.amendAssembly            SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.attachMaterial           SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.detachMaterial           SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.announceAssembly         SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.cancelAssembly           SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.abortVoting              SIGN      NO    NO        NO       NO     NO          NO       NO      +             SCOPE
Mutation.registerProxy            SIGN      NO    NO        NO       +      NO          NO       NO      +             SCOPE
Mutation.revokeProxy              SIGN      +     NONE      NONE     +      NONE        NONE     NONE    +             SCOPE

Query.ballots                     SIGN      NO    NO        NO       +      NONE        +        +       +             SCOPE
Query.ballotsByCode               SIGN      +     .         .        +      .           +        +       +             SCOPE
Query.notYetVoted                 SIGN      NO    NO        NO       +      NONE        +        +       +             SCOPE
Query.ballot                      SIGN      +     .         .        +      .           +        +       +             SCOPE
Query.myBallots                   SIGN      +     .         .        .      .           .        .       .             SCOPE
Query.myVotingRights              SIGN      +     .         NONE     .      NONE        .        .       .             SCOPE
Mutation.castBallot               SIGN      +     AUTH      AUTH     AUTH   AUTH        AUTH     AUTH    AUTH          SCOPE
Mutation.enterPaperBallot         SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Query.paperSheets                 SIGN      NO    NO        NO       +      .           NO       NO      +             SCOPE
Mutation.takeInSheet              SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.openNextSheet            SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.enterSheet               SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.confirmSheet             SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.decideSheet              SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.upholdDispute            SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.rejectDispute            SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.openDispute              SIGN      +     NONE      NONE     NO     NONE        NO       NO      NO            SCOPE
Mutation.repairDefect             SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.confirmBallot            SIGN      NONE  +         NONE     NONE   NONE        NONE     NONE    NONE          SCOPE
Query.defectiveBallots            SIGN      NO    NO        NO       +      NONE        +        +       +             SCOPE
Query.disputes                    SIGN      NO    NO        NO       +      NONE        +        +       +             SCOPE
Query.myMessages                  SIGN      +     .         .        .      .           .        .       .             SCOPE
Query.myUnreadMessages            SIGN      +     +         +        +      +           +        +       +             SCOPE
Mutation.markMessagesRead         SIGN      +     NONE      NONE     NONE   NONE        NONE     NONE    NONE          SCOPE
Subscription.countChanged         SIGN      +     +         NONE     +      NONE        +        +       +             SCOPE
Subscription.ballotFeed           SIGN      NO    NO        NO       +      NONE        +        +       +             SCOPE

Query.node:ChatMessage            SIGN      +     +         .        +      .           +        +       +             .
Mutation.printBallots             SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.printBlankBallots        SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Query.unsignedMinutes             SIGN      NO    NO        NO       +      .           NO       NO      +             SCOPE
Mutation.signDocument             SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.openEvidence             SIGN      NO    NO        NO       +      NONE        NO       +       +             SCOPE
Mutation.beginScan                SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.nameScanPage             SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.setScanPageAside         SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.postChatMessage          SIGN      +     +         NONE     +      NONE        NO       NO      +             SCOPE
Mutation.editChatMessage          SIGN      +     NO        NONE     NO     NONE        NO       NO      NO            SCOPE
Mutation.hideChatMessage          SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.restoreChatMessage       SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Mutation.setChatSlowMode          SIGN      NO    NO        NO       +      NONE        NO       NO      +             SCOPE
Subscription.chatChanged          SIGN      +     +         NONE     +      NONE        +        +       +             SCOPE

Account.login                     SIGN      +     .         .        .      .           .        +       +             .
Account.person                    SIGN      +     .         .        .      .           .        +       +             .
Session.address                   SIGN      +     .         .        .      .           .        .       .             SCOPE
Look.reason                       SIGN      +     .         .        .      .           .        .       .             SCOPE
JournalRow.changes                SIGN      NO    NO        NO       NO     NO          NO       +       +             SCOPE
RoleGrant.account                 SIGN      NO    NO        NO       NO     NO          NO       +       +             SCOPE
PersonDetails.snils               SIGN      +     NO        NO       NO     NO          +        NO      +             SCOPE
Person.snilsMasked                SIGN      +     .         .        +      .           +        +       +             .
Person.ownerships                 SIGN      +     .         .        +      .           +        +       +             .
Person.children                   SIGN      +     .         .        +      .           +        +       +             .
Person.parents                    SIGN      +     .         .        +      .           +        +       +             .
Guardianship.document             SIGN      +     .         .        +      .           +        +       +             .
Guardianship.child                SIGN      +     .         .        +      .           +        +       +             .
Guardianship.parent               SIGN      +     .         .        +      .           +        +       +             .
House.premises                    SIGN      +     +         .        +      .           +        +       +             SCOPE
House.shareProblems               SIGN      .     .         .        +      .           +        +       +             SCOPE
Premises.ownerships               SIGN      +     .         .        +      .           +        +       +             SCOPE
Ownership.holders                 SIGN      +     .         .        +      .           +        +       +             .
ImportJob.preview                 SIGN      NO    NO        NO       +      .           NO       .       +             SCOPE
ImportJob.rowErrors               SIGN      NO    NO        NO       +      .           NO       +       +             SCOPE
ImportJob.rowErrors:value         SIGN      NO    NO        NO       +      .           NO       .       +             SCOPE
ImportJob.failedRowsPath          SIGN      NO    NO        NO       +      .           NO       .       +             +
ImportJob.house                   SIGN      NO    NO        NO       +      .           NO       +       +             +
Assembly.chat                     SIGN      +     +         .        +      .           +        +       +             SCOPE
ChatMessage.text:hidden           SIGN      .     .         .        +      .           .        .       +             SCOPE
ChatMessage.authorName            SIGN      +     +         .        +      .           +        +       +             .
Assembly.initiatorPerson          SIGN      +     +         .        +      .           +        +       +             SCOPE
Assembly.administratorPerson      SIGN      +     +         .        +      .           +        +       +             SCOPE
Assembly.chair                    SIGN      +     +         .        +      .           +        +       +             SCOPE
Assembly.secretary                SIGN      +     +         .        +      .           +        +       +             SCOPE
Assembly.tellers                  SIGN      +     +         .        +      .           +        +       +             SCOPE
Assembly.turnout                  SIGN      +     +         .        +      .           +        +       +             SCOPE
Assembly.turnoutCurve             SIGN      +     +         .        +      .           +        +       +             SCOPE
Assembly.turnoutByEntrance        SIGN      .     .         .        +      .           +        +       +             SCOPE
Assembly.notice                   SIGN      +     +         .        +      .           +        +       +             SCOPE
Assembly.tally                    SIGN      .     .         .        +      .           +        +       +             SCOPE
Assembly.result                   SIGN      +     +         .        +      .           +        +       +             SCOPE
Assembly.robustCount              SIGN      +     +         .        +      .           +        +       +             SCOPE
RobustCount.tally                 SIGN      .     .         .        +      .           +        +       +             SCOPE
Assembly.disputedRecount          SIGN      +     +         .        +      .           +        +       +             SCOPE
Assembly.openDisputes             SIGN      .     .         .        +      .           +        +       +             SCOPE
Assembly.roll                     SIGN      .     .         .        +      .           +        +       +             SCOPE
Assembly.rollChanges              SIGN      .     .         .        +      .           +        +       +             SCOPE
Assembly.printRuns                SIGN      .     .         .        +      .           .        .       +             SCOPE
PrintRun.owner                    SIGN      .     .         .        +      .           .        .       +             .
PrintRun.requestedBy              SIGN      .     .         .        +      .           .        .       +             .
PrintRun.faultOwner               SIGN      .     .         .        +      .           .        .       +             .
PaperSheet.owner                  SIGN      .     .         .        +      .           .        .       +             .
PaperSheet.ballots                SIGN      .     .         .        +      .           .        .       +             .
PaperSheet.scan                   SIGN      .     .         .        +      .           .        .       +             .
Assembly.paperDesk                SIGN      .     .         .        +      .           .        .       +             SCOPE
Transcription.votes               SIGN      .     .         .        +      .           .        .       +             .
Transcription.by                  SIGN      .     .         .        +      .           .        .       +             .
Transcription.owner               SIGN      .     .         .        +      .           .        .       +             .
Transcription.actedBy             SIGN      .     .         .        +      .           .        .       +             .
Assembly.documents                SIGN      .     .         .        +      .           .        +       +             .
Assembly.documents:public         SIGN      +     +         .        +      .           +        +       +             SCOPE
AssemblyDocument.signatures       SIGN      .     .         .        +      .           .        +       +             .
Assembly.scans                    SIGN      .     .         .        +      .           .        +       +             SCOPE
Assembly.scanQueue                SIGN      .     .         .        +      .           .        +       +             SCOPE
Assembly.scannedBallots           SIGN      .     .         .        +      .           .        +       +             SCOPE
Scan.uploadedBy                   SIGN      .     .         .        +      .           .        +       +             .
Scan.pages                        SIGN      .     .         .        +      .           .        +       +             .
ScannedBallot.owner               SIGN      +     .         .        +      .           .        +       +             .
ScannedBallot.pages               SIGN      +     .         .        +      .           .        +       +             .
ScannedBallot.proposals           SIGN      +     .         .        +      .           .        +       +             .
RollEntry.owners                  SIGN      .     .         .        +      .           +        +       +             .
Proxy.documentNumber              SIGN      +     .         .        +      .           +        +       +             SCOPE
Proxy.owner                       SIGN      +     .         .        +      .           +        +       +             .
Proxy.holder                      SIGN      +     .         .        +      .           +        +       +             .
VotingRight.owner                 SIGN      +     .         NONE     .      NONE        .        .       .             SCOPE
Ballot.owner                      SIGN      +     .         .        +      .           +        +       +             .
Ballot.actedBy                    SIGN      +     .         .        +      .           +        +       +             .
Ballot.receipt                    SIGN      +     .         .        +      .           +        +       +             SCOPE
Ballot.dispute                    SIGN      +     .         .        +      .           +        +       +             SCOPE
Ballot.paperTrail                 SIGN      .     +         .        +      .           .        +       +             SCOPE
PaperTrail.takenInBy              SIGN      .     +         .        +      .           .        +       +             .
PaperTrail.enteredBy              SIGN      .     +         .        +      .           .        +       +             .
PaperTrail.confirmedBy            SIGN      .     +         .        +      .           .        +       +             .
PaperTrail.decidedBy              SIGN      .     +         .        +      .           .        +       +             .
PaperTrail.scans                  SIGN      .     +         .        +      .           .        +       +             SCOPE
Ballot.defects                    SIGN      .     +         .        +      .           +        +       +             SCOPE
Defect.repairedBy                 SIGN      .     +         .        +      .           +        +       +             .
Defect.evidenceFiles              SIGN      .     +         .        +      .           +        +       +             SCOPE
Dispute.ballot                    SIGN      +     .         .        +      .           +        +       +             .
Dispute.openedBy                  SIGN      +     .         .        +      .           +        +       +             .
Dispute.decidedBy                 SIGN      .     +         .        +      .           +        +       +             .
Dispute.evidenceFiles             SIGN      .     +         .        +      .           +        +       +             .
Dispute.statement                 SIGN      +     .         .        +      .           +        +       +             .
Message.ballot                    SIGN      +     .         .        .      .           .        .       .             SCOPE
Ballot.votes:electronic           SIGN      +     .         .        .      .           .        .       .             SCOPE
Ballot.votes:paper                SIGN      .     +         .        +      .           .        +       +             SCOPE
Ballot.votes:closed               SIGN      +     .         .        +      .           .        +       +             SCOPE
`;

/** Types that tell something of a person or of how somebody voted: every field that leads to one has a row above. */
export const sensitiveTypes = [
  'Account',
  'Ballot',
  'BallotFeedEntry',
  'BallotScan',
  'BallotVote',
  'ChatMessage',
  'Defect',
  'Dispute',
  'DisputedRecount',
  'EvidenceFile',
  'DocumentSignature',
  'Guardianship',
  'ImportJob',
  'ImportRowError',
  'Look',
  'Message',
  'MarkProposal',
  'Ownership',
  'PaperTrail',
  'Person',
  'PersonDetails',
  'PrintRun',
  'Proxy',
  'Result',
  'RobustCount',
  'RollChange',
  'RollEntry',
  'Scan',
  'ScannedBallot',
  'ScanPage',
  'Session',
  'ShareProblem',
  'Tally',
  'Turnout',
  'TurnoutCurve',
  'EntranceTurnout',
  'VotingRight',
] as const;

/** Their other fields, which show no more than the thing itself does. A new field takes its place here or above. */
export const harmless: Readonly<Record<(typeof sensitiveTypes)[number], string>> = {
  Account: 'blockedAt createdAt id invitedUntil isActive locale personId version',
  Ballot:
    'annulledAt assembly assemblyId authority channel conflict explanation handedOverAt id legalMode mayDispute premises reason receivedAt signed state submissionId weight',
  // Told with the event, to staff alone.
  BallotFeedEntry: 'channel entrance id ownerName premisesNumber recordedAt sequence state weight',
  // Seen with the trail that leads to it.
  BallotScan: 'number pictureUrl',
  BallotVote: 'agendaItemId marks',
  ChatMessage: 'assemblyId authorRole editedAt hiddenAt hiddenReason id mayEdit mayHide own postedAt sequence version',
  // Whoever may know of it reads all of it.
  Defect: 'explanation kind mayConfirm mayRepair note remedy repairedAt signedOn state until way',
  // Whoever may know of it reads all of it.
  Dispute: 'afterEnd assemblyId decidedAt evidence id openedAt reason state',
  DisputedRecount: 'ballotsLeftOut changedItemIds differs explanation tally',
  // Downloaded by whoever is shown it.
  EvidenceFile: 'fileName id size url',
  // Who signed is told to those who keep the papers; the rest says what the signature is worth.
  DocumentSignature: 'algorithm check fileUrl origin recordedAt sha256 signer statedAt',
  Guardianship: 'id since until',
  // What the table is like; its rows and their errors are in the table above.
  ImportJob:
    'columns committedAt counts createdAt delimiter discardedAt encoding failure fileId fileName hasHeader houseId id kind ownedSince premisesKind refusalReasons rehearsedAt rowsDone rowsTotal sheet sheets state undoneAt',
  // Told together with the cell that is to blame.
  ImportRowError: 'code column field message otherRow rowNumber value',
  // Whom it is for reads all of it, and nobody else any.
  Message: 'assemblyId id kind readAt text title writtenAt',
  Look: 'at by fields personId throughApp',
  // Told with the ballot.
  MarkProposal: 'answer doubtful item unanswered',
  Ownership: 'id joint percentOfHouse premises previousId share shareOfHouse since title until weight weightText',
  // Seen together or not at all; its people are in the table above.
  PaperTrail: 'confirmedAt decidedAt decisionReason enteredAt fileUrl isHandOverTyped printedNumber signedOn takenInAt',
  // Whoever sees a person sees their names; a company and its head are public.
  Person: 'bodyName displayName familyName givenName headId id isMinor kind ogrn patronymic version',
  // Shown together by one recorded look, or not at all.
  PersonDetails: 'birthDate emails passport phones',
  // What was printed, not for whom: those who run the assembly see all of it.
  PrintRun:
    'blank done entrance explanation fault fileUrl finishedAt formVersion id perOwnership requestedAt sheets state total',
  Proxy:
    'assemblyId certifiedBy documentDate documentKind houseId id mayVote premisesIds registeredAt revokeReason revokedAt validFrom validUntil',
  Result: 'ballotsSha256 countedAt tally',
  // The turnout without them is behind the gate of the turnout itself.
  RobustCount: 'atStake ballotsLeftOut changedItemIds differs explanation turnout',
  RollChange: 'areaAfter areaBefore at effectiveAt id kind premises premisesId',
  RollEntry: 'area id premises share since until votes weight',
  // The file names nobody; its pages are in the table above.
  Scan: 'begunAt fault fileName fileUrl finishedAt id pageCount pagesQueued pagesRead pagesRepeated pagesSetAside received size state',
  ScannedBallot: 'firstReadAt id missingPages pageCount printedNumber',
  ScanPage: 'fault fileName id note number pictureUrl printedNumber readAt settledAt sheetPage state',
  Session: 'createdAt expiresAt id isThisOne userAgent',
  ShareProblem: 'missing premises sum',
  Tally: 'ballots items legalMode participating quorum total',
  Turnout: 'ballots legalMode participating quorum total',
  TurnoutCurve: 'forecast outlook points quorum',
  EntranceTurnout: 'entrance participating percent premises premisesVoted total',
  VotingRight: 'authority explanation ownershipId premises share voted weight',
};

/** Lead to a sensitive type only in the answer to one's own call, where the mutation's row stands for them. */
export const ownAnswers = ['Submission.ballots', 'BallotFeedEvent.entries', 'ChatEvent.messages'];
