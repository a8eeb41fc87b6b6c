// The walls of the house: who may import whom. Each rule says why; server/test/contract/walls.test.ts shows each one failing.
// ARCHITECTURE.md is the same in prose. What is visible inside one file is the linter's (.oxlintrc.json).

/** Each module and the modules below it, which it may use through their index.ts. The order is the order of the house. */
const modulesBelow = {
  identity: [],
  files: ['identity'],
  'saved-view': ['identity'],
  registry: ['identity', 'files'],
  assembly: ['identity', 'files', 'registry'],
  voting: ['identity', 'files', 'registry', 'assembly'],
  dispute: ['identity', 'files', 'registry', 'assembly', 'voting'],
  paper: ['identity', 'files', 'registry', 'assembly', 'voting'],
  scan: ['identity', 'files', 'registry', 'assembly', 'voting', 'paper'],
  sheet: ['identity', 'files', 'registry', 'assembly', 'voting', 'paper', 'scan'],
  defect: ['identity', 'files', 'registry', 'assembly', 'voting', 'paper', 'scan', 'sheet'],
  documents: ['identity', 'files', 'registry', 'assembly', 'voting', 'dispute', 'paper', 'scan', 'sheet', 'defect'],
  announcement: ['identity', 'files', 'registry'],
  chat: ['identity', 'files', 'registry', 'assembly'],
  ticket: ['identity', 'files', 'registry'],
  meter: ['identity', 'files', 'registry'],
};
// Everybody's events, and nobody knows it.
modulesBelow.notification = Object.keys(modulesBelow);
const knownModules = Object.keys(modulesBelow).join('|');

const tests = '\\.(test|conformance)\\.ts$';
const typesOnly = { dependencyTypesNot: ['type-only'] };
const databasePackages = '(^|/)(@mikro-orm/|(kysely|pg|knex)(/|$))';
const documents = '^shared/src/generated/|^@veche/shared/operations$';

const looksDown = Object.entries(modulesBelow).map(([module, below]) => ({
  name: `modules-look-down:${module}`,
  severity: 'error',
  comment:
    below.length === 0
      ? `${module} is at the bottom: it uses no other module. What it needs to know from above reaches it as an event or an argument.`
      : `${module} may use ${below.join(', ')} and nothing above or beside it. A field computed here is added here, by this module's own resolver.`,
  from: { path: `^server/src/modules/${module}/`, pathNot: tests },
  to: {
    path: '^server/src/modules/',
    pathNot: `^server/src/modules/(${[module, ...below].join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Files that need each other are one file, or hide a third. Only the entity files of one module may point at each other, because tables do.',
      // A cycle with any other file in it is reported from that file, and another module is reached only through its index.ts.
      from: { pathNot: ['\\.entity\\.ts$', '^server/src/kernel/'] },
      to: { circular: true },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'The interfaces of the kernel may mention each other (a context carries the event bus, whose listeners are given a context); code that runs may not.',
      from: { path: '^server/src/kernel/' },
      to: { circular: true, viaOnly: typesOnly },
    },

    // Inside a module
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment:
        'A rule is law written as arithmetic over plain values: it imports rules of its own module, kernel/fraction, kernel/lifecycle, and types; no package, no Node, no database.',
      from: { path: '^server/src/modules/([^/]+)/.*\\brules/', pathNot: tests },
      to: {
        pathNot: [
          '^server/src/modules/$1/.*\\brules/',
          '^server/src/kernel/(fraction|lifecycle)\\.ts$',
          // the next rule lets only their types through
          '^server/src/kernel/(refusal|viewer)\\.ts$',
          '^server/src/modules/[^/]+/index\\.ts$',
          '^shared/src/refusals\\.ts$',
        ],
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment:
        'A rule names refusal codes, grants and the words of lower modules as types only; it returns a refusal as a value and throws nothing.',
      from: { path: '^server/src/modules/([^/]+)/.*\\brules/', pathNot: tests },
      to: {
        path: [
          '^server/src/kernel/(refusal|viewer)\\.ts$',
          '^server/src/modules/[^/]+/index\\.ts$',
          '^shared/src/refusals\\.ts$',
        ],
        ...typesOnly,
      },
    },
    {
      name: 'resolvers-are-thin',
      severity: 'error',
      comment:
        'A resolver only translates: it calls its own commands and queries. The database, entities, rules and policies are theirs; importing a type is fine.',
      from: { path: '\\.resolver\\.ts$' },
      to: {
        path: [
          databasePackages,
          '\\.entity\\.ts$',
          '/rules/',
          '\\.policy\\.ts$',
          '^server/src/kernel/(transaction|database)\\.ts$',
        ],
        ...typesOnly,
      },
    },
    {
      name: 'commands-own-transactions',
      severity: 'error',
      comment:
        'Only a command opens a transaction, so that the API, jobs, scripts and tests get the same guarantees. Shared steps take the unit as an argument.',
      from: { path: '^server/src/', pathNot: ['/commands/[^/]+\\.ts$', tests] },
      to: { path: '^server/src/kernel/transaction\\.ts$', ...typesOnly },
    },
    {
      name: 'commands-do-not-call-commands',
      severity: 'error',
      comment:
        'One command is one transaction and one journal row; a command inside another would be two. Put the shared step in a function that takes the unit.',
      from: { path: '^server/src/modules/[^/]+/.*\\bcommands/[^/]+\\.ts$', pathNot: tests },
      to: { path: '^server/src/modules/[^/]+/.*\\bcommands/[^/]+\\.ts$' },
    },
    {
      name: 'commands-meet-no-wire',
      severity: 'error',
      comment:
        'A command knows rules, policies, entities and events; resolvers, GraphQL types and queries know commands, never the other way round.',
      from: { path: '^server/src/modules/[^/]+/.*\\bcommands/[^/]+\\.ts$', pathNot: tests },
      to: {
        path: ['^server/src/.+\\.(resolver|type)\\.ts$', '(^|/)(type-graphql|graphql)(/|$)'],
        ...typesOnly,
      },
    },
    {
      name: 'policies-decide-from-values',
      severity: 'error',
      comment:
        'A policy is a pure function of viewer and subject: rules, other policies and entity types. It asks the database nothing; for lists it yields a filter.',
      from: { path: '\\.policy\\.ts$' },
      to: {
        path: [
          databasePackages,
          '\\.(entity|queries|resolver|type|input)\\.ts$',
          '/commands/',
          '^server/src/kernel/(transaction|database)\\.ts$',
        ],
        ...typesOnly,
      },
    },
    {
      name: 'queries-only-read',
      severity: 'error',
      comment:
        'Queries know policies, rules and entities. A query that changes something is a command without its journal row.',
      from: { path: '\\.queries\\.ts$' },
      to: { path: ['/commands/', '\\.resolver\\.ts$', '^server/src/kernel/transaction\\.ts$'], ...typesOnly },
    },
    {
      name: 'entities-know-entities',
      severity: 'error',
      comment:
        'An entity is a table: it knows entities, column kinds of the kernel and the vocabulary of its own rules. The request, the policy and the wire are not its business.',
      from: { path: '^server/src/modules/([^/]+)/.*\\.entity\\.ts$' },
      to: {
        path: '^server/src/',
        pathNot: [
          '\\.entity\\.ts$',
          '^server/src/modules/[^/]+/index\\.ts$',
          '^server/src/modules/$1/.*\\brules/',
          '^server/src/kernel/(?!context|transaction|access|events)',
        ],
        ...typesOnly,
      },
    },
    {
      name: 'types-show-no-tables',
      severity: 'error',
      comment:
        'What the outside may see is written field by field: a GraphQL type or input knows types, scalars and vocabulary, so that a new column never becomes a public field by proximity.',
      from: { path: '\\.(type|input)\\.ts$' },
      to: {
        path: [
          databasePackages,
          '\\.(entity|queries|policy|resolver)\\.ts$',
          '/commands/',
          '^server/src/kernel/(transaction|database)\\.ts$',
        ],
        ...typesOnly,
      },
    },

    // Between modules
    {
      name: 'modules-through-the-door',
      severity: 'error',
      comment: "Another module is entered through its index.ts: what is not exported there is nobody else's business.",
      from: { path: '^server/src/modules/([^/]+)/', pathNot: tests },
      to: {
        path: '^server/src/modules/',
        pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'],
      },
    },
    ...looksDown,
    {
      name: 'modules-look-down:unlisted',
      severity: 'error',
      comment:
        'A new module takes its place in the list at the top of this file before it uses, or is used by, another.',
      from: { path: `^server/src/modules/(?!(?:${knownModules})/)([^/]+)/`, pathNot: tests },
      to: { path: '^server/src/modules/', pathNot: '^server/src/modules/$1/' },
    },
    {
      name: 'modules-live-on-the-kernel',
      severity: 'error',
      comment:
        'A module sees the world through the ports of the kernel; adapters, jobs, configuration and composition see modules, never the other way round.',
      from: { path: '^server/src/modules/', pathNot: tests },
      to: { path: '^server/src/(adapters/|jobs/|[^/]+\\.ts$)' },
    },

    // Around the modules
    {
      name: 'kernel-knows-nobody',
      severity: 'error',
      comment: 'The kernel holds the words every module needs; the moment it knows one of them it is no kernel.',
      from: { path: '^server/src/kernel/', pathNot: tests },
      to: { path: '^(server|admin|resident)/', pathNot: ['^server/src/kernel/', 'node_modules'] },
    },
    {
      name: 'adapters-know-no-module',
      severity: 'error',
      comment:
        'An adapter fulfils a port of the kernel and is told everything else as an argument; only app.ts knows adapters and modules.',
      from: { path: '^server/src/adapters/', pathNot: tests },
      to: { path: '^server/src/', pathNot: ['^server/src/adapters/', '^server/src/kernel/'] },
    },
    {
      name: 'jobs-use-the-door',
      severity: 'error',
      comment: 'A job is one more caller of commands: it knows the kernel and the public face of modules.',
      from: { path: '^server/src/jobs/', pathNot: tests },
      to: {
        path: '^server/src/',
        pathNot: ['^server/src/jobs/', '^server/src/kernel/', '^server/src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'modules-are-one-list',
      severity: 'error',
      comment:
        'modules.ts lists what each module brings: its door, its resolvers, its entities, its listeners. Nothing else of a module is named there.',
      from: { path: '^server/src/modules\\.ts$' },
      to: {
        path: '^server/src/',
        pathNot: [
          '^server/src/kernel/',
          '^server/src/modules/[^/]+/index\\.ts$',
          '\\.(resolver|entity)\\.ts$',
          '/listeners\\.ts$',
        ],
      },
    },
    {
      name: 'main-only-starts',
      severity: 'error',
      comment:
        'main.ts reads the configuration, starts the application and stops it on a signal; composing is the work of app.ts.',
      from: { path: '^server/src/main\\.ts$' },
      to: { path: '^server/src/((modules|adapters|jobs)/|modules\\.ts$)' },
    },
    {
      name: 'config-knows-nobody',
      severity: 'error',
      comment: 'config.ts is a table of variables, read before anything else exists.',
      from: { path: '^server/src/config\\.ts$' },
      to: { path: '^server/src/((modules|adapters|jobs)/|(app|main|modules)\\.ts$)' },
    },

    // Between packages
    {
      name: 'client-meets-server-in-shared',
      severity: 'error',
      comment:
        'A client and the server know each other only through the contract in shared, and one client never imports another.',
      from: { path: '^(admin|resident)/' },
      to: { path: '^(server|admin|resident)/', pathNot: ['^$1/', 'node_modules'] },
    },
    {
      name: 'client-meets-server-in-shared',
      severity: 'error',
      comment: 'The server serves whoever asks and knows no client; the contract knows nobody.',
      from: { path: '^(server|shared)/' },
      to: { path: '^(server|admin|resident)/', pathNot: ['^$1/', 'node_modules'] },
    },
    {
      name: 'server-meets-shared-in-refusals',
      severity: 'error',
      comment:
        "The running server takes one thing from the contract, the list of refusal codes. The screens' operations are for clients, and for the tests that prove them.",
      from: { path: '^server/src/', pathNot: tests },
      to: { path: '^(shared/|@veche/shared)', pathNot: '^(shared/src/refusals\\.ts|@veche/shared/refusals)$' },
    },

    // Inside a client
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      comment:
        'ui/ and lib/ serve every feature, so they know none of them, nor the operations; a refusal code is all they may name.',
      from: { path: '^(admin|resident)/src/(ui|lib)/' },
      to: { path: ['^(admin|resident)/src/(features|shell)/', '^(admin|resident)/src/[^/]+$', documents] },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      comment: 'Features link to each other by route. What two of them really share moves to ui/ or lib/.',
      from: { path: '^(admin|resident)/src/features/([^/]+)/' },
      to: { path: '^(admin|resident)/src/features/', pathNot: '^$1/src/features/$2/' },
    },
    {
      name: 'composables-own-the-network',
      severity: 'error',
      comment:
        'Pages arrange, components take props and emit; only a use*.ts file knows an operation. A type of its answer is fine anywhere.',
      from: { path: '^(admin|resident)/src/', pathNot: ['/use[A-Z][^/]*\\.ts$', tests] },
      to: { path: documents, ...typesOnly },
    },

    // Everywhere
    {
      name: 'tests-stay-home',
      severity: 'error',
      comment: 'Nothing that runs in a house may need a test, a builder, a bench or a script.',
      from: { path: '^[^/]+/src/', pathNot: tests },
      to: { path: [tests, '^server/(test|bench|scripts)/', '^(admin|resident)/e2e/'] },
    },
    {
      name: 'no-dev-deps-in-production',
      severity: 'error',
      comment: 'What runs is installed with the product: move the package to dependencies, or the import to a test.',
      from: { path: '^[^/]+/src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], ...typesOnly, pathNot: 'node_modules/@types/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that imports nothing and that nobody imports is forgotten.',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '(^|/)[^/]+\\.config\\.[^/]+$',
          '^server/(scripts|bench|test|migrations)/',
          '^shared/codegen\\.ts$',
          // Served as they are, by their own addresses.
          '^admin/public/',
          // They extend the kernel's map of events by declaration, so nobody imports them.
          '\\.events\\.ts$',
          tests,
        ],
      },
      to: {},
    },
  ],
  required: [
    {
      name: 'commands-ask-permission',
      severity: 'error',
      comment:
        "Every command asks its module's policy whether this viewer may do this at all. Signing in and accepting an invitation are what a stranger does.",
      module: {
        path: '^server/src/modules/([^/]+)/.*\\bcommands/[^/]+\\.ts$',
        pathNot: [tests, '/identity/commands/(sign-in|accept-invitation)\\.ts$'],
      },
      to: { path: '^server/src/modules/$1/.*\\.policy\\.ts$' },
    },
  ],
  options: {
    // Type-only imports are seen, and told apart by their dependency type.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^shared/src/generated/'] },
    exclude: { path: '(^|/)(dist|coverage|\\.veche)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
