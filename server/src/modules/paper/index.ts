import './paper.events.ts';

export { PaperForm, PrintedBallot, PrintPart, PrintRun } from './paper.entity.ts';
export { AssemblyPaperResolver, PrintRunResolver } from './paper.resolver.ts';
export { paperRoutes } from './paper.routes.ts';
export { runPrint } from './run-print.ts';
