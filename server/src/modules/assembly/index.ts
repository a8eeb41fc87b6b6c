import './assembly.events.ts';

export { AgendaItem, Assembly, Material } from './assembly.entity.ts';
export { LegalModeEnum, RuleEnum } from './assembly.enums.ts';
export { listenToRegister } from './assembly.listeners.ts';
export {
  assembliesOfStaff,
  assembliesVisibleTo,
  isKeptBy,
  isStaffOf,
  mayKeepTime,
  mayRunAssembly,
  type AssemblyPlace,
} from './assembly.policy.ts';
export { AnnouncementResolver } from './announcement.resolver.ts';
export { AssemblyResolver } from './assembly.resolver.ts';
export { assemblyType, AssemblyType, type AssemblyRow } from './assembly.type.ts';
export { openNotice } from './commands/open-notice.ts';
export { openVoting } from './commands/open-voting.ts';
export { isVisible, lockAssembly } from './find-assembly.ts';
export { assembliesCalled, readAssemblyRow } from './assembly.queries.ts';
export { Proxy } from './proxy.entity.ts';
export { ProxyResolver } from './proxy.resolver.ts';
export { openIfDue } from './roll/open-if-due.ts';
export { RollChange, RollEntry, RollPremises } from './roll.entity.ts';
export { closingGrace } from './rules/timeline.ts';
export { assemblyLifecycle } from './rules/assembly-lifecycle.ts';
export { findAssembly } from './assembly.queries.ts';
export { RollChangeResolver, RollEntryConnection, RollEntryResolver, RollResolver } from './roll.resolver.ts';
export { rollEntryColumns, rollEntryFrom, rollEntryType } from './roll.queries.ts';
export { RollEntryType, type RollEntryRow } from './roll.type.ts';
export { noticeOf } from './notice.queries.ts';
export { NoticeSight } from './notice-sight.entity.ts';
