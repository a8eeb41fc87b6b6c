import './defect.events.ts';

export { DefectRepair } from './defect.entity.ts';
export { listenToMending, tellOfRepairs } from './defect.listeners.ts';
export { foundDefects } from './found-defects.sql.ts';
export { robustCountOf } from './robust.queries.ts';
export { AssemblyDefectResolver, BallotDefectResolver, DefectResolver } from './defect.resolver.ts';
