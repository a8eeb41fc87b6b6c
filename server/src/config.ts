import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  databaseUrl,
  masterSecret,
  megabytes,
  onOff,
  oneOf,
  perMinute,
  port,
  text,
  trustedProxies,
  Unreadable,
  webUrl,
} from './config-readers.ts';
import { computed, given, secret, variable, type Environment, type Variable } from './config-variable.ts';
import { demoSecret } from './demo-secret.ts';
import { StartProblem } from './kernel/start-problem.ts';

/** The folder of the repository, from the source (`server/src`) and from the build (`server/dist`) alike. */
export const repositoryFolder = fileURLToPath(new URL('../../', import.meta.url));

const nodeEnvs = ['production', 'development', 'test'] as const;
const legalModes = ['STATE_SYSTEM', 'PAPER_BACKED', 'ADVISORY'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable Veche reads, in the order of `docs/environment.md`; a default may look at the ones above it. */
export const variables = {
  nodeEnv: variable<(typeof nodeEnvs)[number]>(
    'NODE_ENV',
    oneOf(nodeEnvs),
    'development',
    '`production` turns the demo off and demands a secret.',
  ),
  host: variable(
    'HOST',
    text,
    'localhost',
    'The address to listen on; `0.0.0.0` is every IPv4 address of the machine.',
  ),
  port: variable('PORT', port, 4000, 'The TCP port to listen on; `0` takes any free one.'),
  publicUrl: computed(
    'PUBLIC_URL',
    webUrl,
    'http://localhost:PORT',
    (already) => `http://localhost:${String(already['port'])}`,
    'The address people open in the browser: links in messages, the allowed origin, secure cookies when it is https.',
  ),
  trustProxy: variable(
    'TRUST_PROXY',
    trustedProxies,
    false,
    'Whose `X-Forwarded-For` to believe: a number of proxies in front, or a list of their addresses.',
  ),
  home: computed(
    'VECHE_HOME',
    (folder) => resolve(folder),
    '.veche in the folder of the repository',
    () => join(repositoryFolder, '.veche'),
    'The folder of everything Veche keeps: the embedded PostgreSQL, files, the demo secret.',
  ),
  databaseUrl: secret(
    'DATABASE_URL',
    databaseUrl,
    'the embedded PostgreSQL',
    'An outside PostgreSQL 15 or newer in UTF-8, with the role that owns the schema.',
  ),
  databaseAppUrl: secret(
    'DATABASE_APP_URL',
    databaseUrl,
    'DATABASE_URL with `SET ROLE veche_app`',
    'The same database with the role of the application, a member of `veche_app`, which cannot change the journal.',
  ),
  secret: secret(
    'VECHE_SECRET',
    masterSecret,
    'none; the demo makes one of its own',
    'The master key, at least 32 random bytes: keys of sessions, personal data and receipts are derived from it.',
  ),
  s3Bucket: computed<string | null>(
    'S3_BUCKET',
    text,
    'none',
    () => null,
    'The bucket for files; without one they lie in VECHE_HOME.',
  ),
  s3Endpoint: computed<string | null>(
    'S3_ENDPOINT',
    webUrl,
    'that of Amazon in S3_REGION',
    () => null,
    'The address of a store that speaks S3, when it is not that of Amazon.',
  ),
  s3Region: variable('S3_REGION', text, 'us-east-1', 'The region of the bucket.'),
  s3AccessKeyId: secret('S3_ACCESS_KEY_ID', text, 'none', 'Who Veche is to the bucket.'),
  s3SecretAccessKey: secret('S3_SECRET_ACCESS_KEY', text, 'none', 'The key of S3_ACCESS_KEY_ID.'),
  s3CacheMegabytes: variable(
    'S3_CACHE_MB',
    megabytes,
    10_240,
    'How much of what lies in the bucket may also lie in VECHE_HOME, in MiB.',
  ),
  demo: computed(
    'VECHE_DEMO',
    onOff,
    'on, but off in production',
    (already) => already['nodeEnv'] !== 'production',
    'Whether an empty database is filled with the demo district and its sign-ins.',
  ),
  demoPulse: computed(
    'VECHE_DEMO_PULSE',
    perMinute,
    '6 in the demo, 0 in production',
    (already) => (already['demo'] === true && already['nodeEnv'] !== 'production' ? 6 : 0),
    'How many synthetic owners of the demo vote each minute by themselves, so that its boards move; `0` for none.',
  ),
  legalMode: variable<(typeof legalModes)[number]>(
    'VECHE_LEGAL_MODE',
    oneOf(legalModes),
    'PAPER_BACKED',
    'The legal standing of electronic votes: `STATE_SYSTEM`, `PAPER_BACKED` or `ADVISORY`.',
  ),
  logLevel: computed<(typeof logLevels)[number]>(
    'LOG_LEVEL',
    oneOf(logLevels),
    'info in production, warn otherwise',
    (already) => (already['nodeEnv'] === 'production' ? 'info' : 'warn'),
    'The least important log line that is written: fatal, error, warn, info, debug, trace or silent.',
  ),
} satisfies Record<string, Variable<unknown>>;

type Table = typeof variables;
type Values = { readonly [Key in keyof Table]: Table[Key] extends Variable<infer T> ? T : never };

/** Everything Veche was told. `secret` is the text of the master key: at least 32 bytes of key material for HKDF. */
export type Config = Omit<Values, 'secret'> & { readonly secret: string };

/** Reads and checks all variables, and names every problem at once. */
export function readConfig(environment: Environment = process.env): Config {
  const problems: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries<Variable<unknown>>(variables)) {
    try {
      const found = given(entry, environment);
      read[key] = found === undefined ? entry.fallback.value(read) : entry.read(found);
    } catch (problem) {
      if (!(problem instanceof Unreadable)) throw problem;
      problems.push(`${entry.name} ${problem.message}.`);
    }
  }
  const values = read as unknown as Values;
  const secretKnown = 'secret' in read && 'nodeEnv' in read && 'demo' in read;
  if (secretKnown && values.secret === undefined && (values.nodeEnv === 'production' || !values.demo)) {
    problems.push(
      'VECHE_SECRET is missing: outside the demo Veche does not start without a secret of at least 32 bytes.',
    );
  }
  if (values.s3Bucket !== null && !(values.s3AccessKeyId && values.s3SecretAccessKey))
    problems.push('S3_BUCKET is set, but S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY is missing.');
  if (problems.length > 0) throw new StartProblem(problems.join('\n'));
  return { ...values, secret: values.secret ?? demoSecret(values.home) };
}
