/** Per wall, files to add to the lawful house that go through it; the first of them is the one that must be reported. */
export const wallBreaches: readonly (readonly [wall: string, files: Readonly<Record<string, string>>])[] = [
  [
    'no-circular',
    {
      'server/src/modules/voting/one.ts': 'import { two } from "./two.ts"; export const one = () => two;',
      'server/src/modules/voting/two.ts':
        'import type { one } from "./one.ts"; export const two = (x: typeof one) => x;',
    },
  ],
  [
    'no-circular',
    {
      'server/src/kernel/one.ts': 'import { two } from "./two.ts"; export const one = () => two;',
      'server/src/kernel/two.ts': 'import { one } from "./one.ts"; export const two = () => one;',
    },
  ],
  [
    'rules-are-pure',
    {
      'server/src/modules/voting/rules/sealed.ts':
        'import { createHash } from "node:crypto"; export const s = createHash;',
    },
  ],
  [
    'rules-are-pure',
    { 'server/src/modules/voting/rules/stored.ts': 'import { p } from "@mikro-orm/core"; export const s = p;' },
  ],
  [
    'rules-are-pure',
    {
      'server/src/modules/voting/rules/loaded.ts':
        'import type { Ballot } from "../ballot.entity.ts"; export type B = typeof Ballot;',
    },
  ],
  [
    'rules-are-pure',
    {
      'server/src/modules/voting/rules/thrown.ts':
        'import { Refusal } from "../../../kernel/refusal.ts"; export const r = Refusal;',
    },
  ],
  [
    'rules-are-pure',
    {
      'server/src/modules/registry/import/rules/row.ts':
        'import { Context } from "../../../../kernel/context.ts"; export const c = Context;',
    },
  ],
  [
    'resolvers-are-thin',
    { 'server/src/modules/voting/database.resolver.ts': 'import { p } from "@mikro-orm/core"; export const r = p;' },
  ],
  [
    'resolvers-are-thin',
    {
      'server/src/modules/voting/entity.resolver.ts':
        'import { Ballot } from "./ballot.entity.ts"; export const r = Ballot;',
    },
  ],
  [
    'resolvers-are-thin',
    {
      'server/src/modules/voting/rule.resolver.ts':
        'import { quorum } from "./rules/quorum.ts"; export const r = quorum;',
    },
  ],
  [
    'commands-own-transactions',
    {
      'server/src/modules/voting/hasty.ts':
        'import { inTransaction } from "../../kernel/transaction.ts"; export const h = inTransaction;',
    },
  ],
  [
    'commands-do-not-call-commands',
    {
      'server/src/modules/voting/commands/void-ballot.ts':
        'import { castBallot } from "./cast-ballot.ts"; import { mayCastBallot } from "../voting.policy.ts"; export const v = [castBallot, mayCastBallot];',
    },
  ],
  [
    'commands-meet-no-wire',
    {
      'server/src/modules/voting/commands/count-votes.ts':
        'import { BallotType } from "../ballot.type.ts"; import { mayCastBallot } from "../voting.policy.ts"; export const v = [BallotType, mayCastBallot];',
    },
  ],
  [
    'commands-ask-permission',
    {
      'server/src/modules/voting/commands/open-urn.ts':
        'import { Ballot } from "../ballot.entity.ts"; export const o = Ballot;',
    },
  ],
  [
    'commands-ask-permission',
    {
      'server/src/modules/registry/import/commands/undo-import.ts':
        'import { House } from "../../house.entity.ts"; export const u = House;',
    },
  ],
  [
    'policies-decide-from-values',
    {
      'server/src/modules/voting/asking.policy.ts':
        'import { Ballot } from "./ballot.entity.ts"; export const m = Ballot;',
    },
  ],
  [
    'queries-only-read',
    {
      'server/src/modules/voting/writing.queries.ts':
        'import { castBallot } from "./commands/cast-ballot.ts"; export const w = castBallot;',
    },
  ],
  [
    'entities-know-entities',
    {
      'server/src/modules/voting/scan.entity.ts':
        'import { Access } from "../../kernel/access.ts"; export const s = Access;',
    },
  ],
  [
    'types-show-no-tables',
    {
      'server/src/modules/voting/open.type.ts': 'import { Ballot } from "./ballot.entity.ts"; export const t = Ballot;',
    },
  ],
  [
    'modules-through-the-door',
    {
      'server/src/modules/voting/window.ts':
        'import { House } from "../registry/house.entity.ts"; export const w = House;',
    },
  ],
  [
    'modules-look-down:identity',
    { 'server/src/modules/identity/up.ts': 'import { House } from "../registry/index.ts"; export const u = House;' },
  ],
  [
    'modules-look-down:files',
    { 'server/src/modules/files/up.ts': 'import { House } from "../registry/index.ts"; export const u = House;' },
  ],
  [
    'modules-look-down:saved-view',
    { 'server/src/modules/saved-view/up.ts': 'import { House } from "../registry/index.ts"; export const u = House;' },
  ],
  [
    'modules-look-down:registry',
    { 'server/src/modules/registry/up.ts': 'import { Ballot } from "../voting/index.ts"; export const u = Ballot;' },
  ],
  [
    'modules-look-down:assembly',
    { 'server/src/modules/assembly/up.ts': 'import { Ballot } from "../voting/index.ts"; export const u = Ballot;' },
  ],
  [
    'modules-look-down:voting',
    {
      'server/src/modules/voting/up.ts': 'import { m } from "../documents/index.ts"; export const u = m;',
      'server/src/modules/documents/index.ts': 'export const m = 1;',
    },
  ],
  [
    'modules-look-down:dispute',
    {
      'server/src/modules/dispute/up.ts': 'import { d } from "../documents/index.ts"; export const u = d;',
      'server/src/modules/documents/index.ts': 'export const d = 1;',
    },
  ],
  [
    'modules-look-down:paper',
    {
      'server/src/modules/paper/up.ts': 'import { m } from "../documents/index.ts"; export const u = m;',
      'server/src/modules/documents/index.ts': 'export const m = 1;',
    },
  ],
  [
    'modules-look-down:scan',
    {
      'server/src/modules/scan/up.ts': 'import { s } from "../sheet/index.ts"; export const u = s;',
      'server/src/modules/sheet/index.ts': 'export const s = 1;',
    },
  ],
  [
    'modules-look-down:sheet',
    {
      'server/src/modules/sheet/up.ts': 'import { d } from "../documents/index.ts"; export const u = d;',
      'server/src/modules/documents/index.ts': 'export const d = 1;',
    },
  ],
  [
    'modules-look-down:defect',
    {
      'server/src/modules/defect/up.ts': 'import { d } from "../documents/index.ts"; export const u = d;',
      'server/src/modules/documents/index.ts': 'export const d = 1;',
    },
  ],
  [
    'modules-look-down:documents',
    {
      'server/src/modules/documents/up.ts': 'import { n } from "../notification/index.ts"; export const u = n;',
      'server/src/modules/notification/index.ts': 'export const n = 1;',
    },
  ],
  [
    'modules-look-down:announcement',
    {
      'server/src/modules/announcement/up.ts': 'import { Ballot } from "../voting/index.ts"; export const u = Ballot;',
    },
  ],
  [
    'modules-look-down:chat',
    { 'server/src/modules/chat/up.ts': 'import { Ballot } from "../voting/index.ts"; export const u = Ballot;' },
  ],
  [
    'modules-look-down:ticket',
    { 'server/src/modules/ticket/up.ts': 'import { Ballot } from "../voting/index.ts"; export const u = Ballot;' },
  ],
  [
    'modules-look-down:meter',
    { 'server/src/modules/meter/up.ts': 'import { Ballot } from "../voting/index.ts"; export const u = Ballot;' },
  ],
  [
    'modules-look-down:notification',
    {
      'server/src/modules/notification/up.ts': 'import { p } from "../parking/index.ts"; export const u = p;',
      'server/src/modules/parking/index.ts': 'export const p = 1;',
    },
  ],
  [
    'modules-look-down:unlisted',
    { 'server/src/modules/parking/down.ts': 'import { House } from "../registry/index.ts"; export const d = House;' },
  ],
  [
    'modules-live-on-the-kernel',
    {
      'server/src/modules/voting/wired.ts': 'import { clock } from "../../adapters/clock.ts"; export const w = clock;',
    },
  ],
  [
    'kernel-knows-nobody',
    { 'server/src/kernel/curious.ts': 'import { House } from "../modules/registry/index.ts"; export const c = House;' },
  ],
  [
    'adapters-know-no-module',
    { 'server/src/adapters/nosy.ts': 'import { House } from "../modules/registry/index.ts"; export const n = House;' },
  ],
  [
    'jobs-use-the-door',
    {
      'server/src/jobs/burglar.ts':
        'import { castBallot } from "../modules/voting/commands/cast-ballot.ts"; export const b = castBallot;',
    },
  ],
  [
    'modules-are-one-list',
    {
      'server/src/modules.ts':
        'import { quorum } from "./modules/voting/rules/quorum.ts"; export const modules = quorum;',
    },
  ],
  ['main-only-starts', { 'server/src/main.ts': 'import { clock } from "./adapters/clock.ts"; void clock;' }],
  [
    'config-knows-nobody',
    { 'server/src/config.ts': 'import { clock } from "./adapters/clock.ts"; export const config = clock;' },
  ],
  [
    'client-meets-server-in-shared',
    {
      'admin/src/shell/shortcut.ts':
        'import { Fraction } from "../../../server/src/kernel/fraction.ts"; export const s = Fraction;',
    },
  ],
  [
    'client-meets-server-in-shared',
    {
      'shared/src/leaning.ts':
        'import { Fraction } from "../../server/src/kernel/fraction.ts"; export const l = Fraction;',
    },
  ],
  [
    'server-meets-shared-in-refusals',
    {
      'server/src/adapters/screen.ts':
        'import { AssemblyDocument } from "@veche/shared/operations"; export const s = AssemblyDocument;',
    },
  ],
  [
    'ui-knows-no-domain',
    {
      'admin/src/ui/UiAssembly.vue':
        '<script setup lang="ts">\nimport { useAssembly } from "../features/assemblies/useAssembly.ts"; useAssembly();\n</script>',
    },
  ],
  [
    'features-are-islands',
    {
      'admin/src/features/ballots/BallotPage.vue':
        '<script setup lang="ts">\nimport { useAssembly } from "../assemblies/useAssembly.ts"; useAssembly();\n</script>',
    },
  ],
  [
    'composables-own-the-network',
    {
      'admin/src/features/ballots/BallotTable.vue':
        '<script setup lang="ts">\nimport { AssemblyDocument } from "@veche/shared/operations"; void AssemblyDocument;\n</script>',
    },
  ],
  [
    'tests-stay-home',
    { 'server/src/adapters/handy.ts': 'import { build } from "../../test/world.ts"; export const h = build;' },
  ],
  [
    'no-dev-deps-in-production',
    { 'server/src/adapters/expecting.ts': 'import { expect } from "vitest"; export const e = expect;' },
  ],
  ['no-orphans', { 'server/src/adapters/forgotten.ts': 'export const forgotten = 1;' }],
];
