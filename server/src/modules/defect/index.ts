import './defect.events.ts';

export { DefectRepair } from './defect.entity.ts';
export { tellOfRepairs } from './defect.listeners.ts';
export { AssemblyDefectResolver, BallotDefectResolver, DefectResolver } from './defect.resolver.ts';
