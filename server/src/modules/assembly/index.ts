export { AgendaItem, Assembly, Material } from './assembly.entity.ts';
export { Proxy } from './proxy.entity.ts';
export { RollChange, RollEntry, RollPremises } from './roll.entity.ts';
