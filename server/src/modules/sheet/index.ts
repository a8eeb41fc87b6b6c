import './printed-numbers.ts';

export { BallotTrailResolver, PaperTrailResolver } from './paper-trail.resolver.ts';
export { PaperSheet, Transcription } from './sheet.entity.ts';
export { AssemblyDeskResolver, SheetScanResolver } from './desk.resolver.ts';
export { listenToClosing, listenToScans } from './sheet.listeners.ts';
export { PaperSheetResolver } from './sheet.resolver.ts';
export { unconfirmedPaperOf } from './unconfirmed.queries.ts';
export { sheetRoutes } from './sheet.routes.ts';
export { TranscriptionResolver } from './transcription.resolver.ts';
