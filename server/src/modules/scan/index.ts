import './scan.events.ts';

export { runScan } from './run-scan.ts';
export { Scan, ScanChunk, ScannedBallot, ScanPage } from './scan.entity.ts';
export { AssemblyScanResolver, ScannedBallotResolver, ScanResolver } from './scan.resolver.ts';
export { scannedBallotOf } from './scanned-ballot.queries.ts';
export { ScannedBallotType } from './scanned-ballot.type.ts';
export { scanRoutes } from './scan.routes.ts';
