export { PaperSheet, Transcription } from './sheet.entity.ts';
export { listenToClosing } from './sheet.listeners.ts';
export { PaperSheetResolver, TranscriptionResolver } from './sheet.resolver.ts';
