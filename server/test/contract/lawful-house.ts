/** A small house, by path and content, in which every import is one that the walls allow. */
export const lawfulHouse: Record<string, string> = {
  'server/package.json': JSON.stringify({
    name: '@veche/server',
    dependencies: { '@mikro-orm/core': '1.0.0', '@veche/shared': 'workspace:*', 'type-graphql': '1.0.0' },
    devDependencies: { vitest: '1.0.0' },
  }),
  'shared/package.json': JSON.stringify({
    name: '@veche/shared',
    exports: { './operations': './src/generated/graphql.ts', './refusals': './src/refusals.ts' },
  }),
  'shared/src/refusals.ts': 'export type RefusalCode = string; export const refusalCodes = [];',
  'shared/src/generated/graphql.ts': 'export type AssemblyState = string; export const AssemblyDocument = 1;',
  'admin/package.json': JSON.stringify({ name: '@veche/admin', dependencies: { '@veche/shared': 'workspace:*' } }),
  ...installed('server', '@mikro-orm/core'),
  ...installed('server', 'type-graphql'),
  ...installed('server', 'vitest'),
  'server/src/kernel/fraction.ts': 'export class Fraction {}',
  'server/src/kernel/refusal.ts':
    'import type { RefusalCode } from "@veche/shared/refusals"; export class Refusal { code: RefusalCode }',
  'server/src/kernel/transaction.ts': 'export interface Unit { now: Date } export const inTransaction = 1;',
  'server/src/kernel/context.ts':
    'import type { Unit } from "./transaction.ts"; export interface Context { unit: Unit }',
  'server/src/kernel/access.ts': 'export const Access = 1;',
  'server/src/modules/registry/index.ts': 'export { House } from "./house.entity.ts";',
  'server/src/modules/registry/house.entity.ts':
    'import { p } from "@mikro-orm/core"; import { Premises } from "./premises.entity.ts"; export const House = { p, Premises };',
  'server/src/modules/registry/premises.entity.ts':
    'import { House } from "./house.entity.ts"; export const Premises = () => House;',
  'server/src/modules/voting/index.ts': 'export { Ballot } from "./ballot.entity.ts";',
  'server/src/modules/voting/ballot.entity.ts':
    'import { House } from "../registry/index.ts"; import { marks } from "./rules/marks.ts"; export const Ballot = { House, marks };',
  'server/src/modules/voting/ballot.type.ts':
    'import { Field } from "type-graphql"; export class BallotType { field = Field }',
  'server/src/modules/voting/rules/marks.ts': 'export const marks = ["FOR"];',
  'server/src/modules/voting/rules/quorum.ts':
    'import { Fraction } from "../../../kernel/fraction.ts"; import type { Refusal } from "../../../kernel/refusal.ts"; import { marks } from "./marks.ts"; export const quorum = (r: Refusal) => [Fraction, marks, r];',
  'server/src/modules/voting/voting.policy.ts':
    'import type { Ballot } from "./ballot.entity.ts"; import { quorum } from "./rules/quorum.ts"; export const mayCastBallot = (b: typeof Ballot) => [b, quorum];',
  'server/src/modules/voting/voting.queries.ts':
    'import { Ballot } from "./ballot.entity.ts"; import { mayCastBallot } from "./voting.policy.ts"; export const ballots = () => [Ballot, mayCastBallot];',
  'server/src/modules/voting/commands/cast-ballot.ts':
    'import { inTransaction } from "../../../kernel/transaction.ts"; import { Ballot } from "../ballot.entity.ts"; import { mayCastBallot } from "../voting.policy.ts"; export const castBallot = [inTransaction, Ballot, mayCastBallot];',
  'server/src/modules/voting/ballot.resolver.ts':
    'import { Mutation } from "type-graphql"; import { Access } from "../../kernel/access.ts"; import type { Ballot } from "./ballot.entity.ts"; import { BallotType } from "./ballot.type.ts"; import { castBallot } from "./commands/cast-ballot.ts"; import { ballots } from "./voting.queries.ts"; export const r = (b: typeof Ballot) => [b, Mutation, Access, BallotType, castBallot, ballots];',
  'server/src/modules/voting/recount-step.ts':
    'import type { Unit } from "../../kernel/transaction.ts"; import { Ballot } from "./ballot.entity.ts"; export const recount = (unit: Unit) => [unit, Ballot];',
  'server/src/modules/registry/import/commands/commit-import.ts':
    'import { mayImport } from "../../registry.policy.ts"; export const commitImport = [mayImport];',
  'server/src/modules/registry/registry.policy.ts': 'export const mayImport = true;',
  'server/src/modules/identity/index.ts': 'export { signIn } from "./commands/sign-in.ts";',
  'server/src/modules/identity/commands/sign-in.ts':
    'import { inTransaction } from "../../../kernel/transaction.ts"; export const signIn = inTransaction;',
  'server/src/modules.ts':
    'import { Ballot } from "./modules/voting/index.ts"; import { r } from "./modules/voting/ballot.resolver.ts"; export const modules = [Ballot, r];',
  'server/src/adapters/clock.ts':
    'import type { Context } from "../kernel/context.ts"; export const clock = (c: Context) => c;',
  'server/src/jobs/clockwork.ts':
    'import { Ballot } from "../modules/voting/index.ts"; export const clockwork = () => Ballot;',
  'server/src/config.ts': 'export const config = {};',
  'server/src/app.ts':
    'import { modules } from "./modules.ts"; import { clock } from "./adapters/clock.ts"; import { clockwork } from "./jobs/clockwork.ts"; export const app = [modules, clock, clockwork];',
  'server/src/main.ts': 'import { app } from "./app.ts"; import { config } from "./config.ts"; void [app, config];',
  'server/src/modules/voting/rules/quorum.test.ts':
    'import { it } from "vitest"; import { build } from "../../../../test/world.ts"; import { quorum } from "./quorum.ts"; it("", () => { build(quorum); });',
  'server/test/world.ts':
    'import { AssemblyDocument } from "@veche/shared/operations"; export const build = (x: unknown) => [x, AssemblyDocument];',
  'admin/src/lib/graphql.ts': 'export const client = 1;',
  'admin/src/features/assemblies/useAssembly.ts':
    'import { AssemblyDocument } from "@veche/shared/operations"; import { client } from "../../lib/graphql.ts"; export const useAssembly = () => [AssemblyDocument, client];',
  'admin/src/features/assemblies/AssemblyPage.vue':
    '<script setup lang="ts">\nimport type { AssemblyState } from "@veche/shared/operations"; import { useAssembly } from "./useAssembly.ts"; const s: AssemblyState = useAssembly();\n</script>',
  'admin/src/features/assemblies/routes.ts':
    'import AssemblyPage from "./AssemblyPage.vue"; export const routes = [AssemblyPage];',
  'admin/src/router.ts': 'import { routes } from "./features/assemblies/routes.ts"; export const router = [routes];',
  'admin/src/main.ts': 'import { router } from "./router.ts"; void router;',
};

function installed(workspace: string, name: string): Record<string, string> {
  const folder = `${workspace}/node_modules/${name}`;
  return {
    [`${folder}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`${folder}/index.js`]: 'module.exports = {};',
  };
}
