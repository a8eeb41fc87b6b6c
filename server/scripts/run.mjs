// Behind every script of package.json: works on any Node ≥ 20 with nothing installed, and does its own set-up.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`Veche needs Node 20 or newer to start (it then brings its own); this is ${process.version}.`);
  process.exit(1);
}

const [verb = '', ...words] = process.argv.slice(2);

/** @type {Record<string, () => Promise<number>>} */
const verbs = {
  start: async () => (await import('./run/start.mjs')).start(),
  dev: async () => (await import('./run/tools.mjs')).dev(),
  contract: async () => (await import('./run/tools.mjs')).contract(),
  scenarios: async () => (await import('./run/tools.mjs')).scenarios(words),
  rehearse: async () => (await import('./run/tools.mjs')).rehearse(words),
  pictures: async () => (await import('./run/tools.mjs')).pictures(words),
  bench: async () => (await import('./run/tools.mjs')).bench(words),
  check: async () => (await import('./run/tests.mjs')).withoutDatabase(),
  test: async () => (await import('./run/tests.mjs')).everything(),
  stories: async () => (await import('./run/tests.mjs')).storiesOnly(),
};

const run = verbs[verb];
if (run === undefined) {
  console.error(`Say one of: ${Object.keys(verbs).join(', ')}.`);
  process.exit(2);
}
try {
  process.exitCode = await run();
} catch (problem) {
  const { complain } = await import('./run/programs.mjs');
  complain(problem);
  process.exitCode = 1;
}
