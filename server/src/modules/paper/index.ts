import './paper.events.ts';

export { PaperForm, PrintedBallot, PrintPart, PrintRun } from './paper.entity.ts';
export { AssemblyPaperResolver, PrintRunResolver } from './paper.resolver.ts';
export { paperRoutes } from './paper.routes.ts';
export { printRunsVisibleTo } from './paper.policy.ts';
export { runPrint } from './run-print.ts';
export { ownershipRow, writeSnils, type OwnershipFacts } from './rules/ownership-wording.ts';
export { storedZip, type ZipPart } from './stored-zip.ts';
export { mostRows, rowsOfList } from './rules/form-wording.ts';
export type { PageLayout } from './rules/page-layout.ts';
export type { SheetClaim } from './rules/sheet-claim.ts';
export { readSheetToken, sheetNumber } from './sheet-token.ts';
