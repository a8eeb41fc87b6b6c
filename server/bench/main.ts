import { parseArgs } from 'node:util';
import { benchCast } from './cast.ts';
import { benchConsole } from './console.ts';
import { benchCount } from './count.ts';
import { benchDocuments } from './documents.ts';
import { benchFanout } from './fanout.ts';
import { benchImport } from './import.ts';
import { benchList } from './list.ts';
import { printReport, writeReports, type BenchReport } from './report.ts';
import { benchScan } from './scan.ts';
import { benchStart } from './start.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    profile: { type: 'string' },
    seconds: { type: 'string' },
    // Of the corpus of scans.
    seed: { type: 'string', default: '1' },
    pages: { type: 'string', default: '120' },
  },
});
const benches: Readonly<Record<string, (profiles?: string, seconds?: number) => Promise<BenchReport>>> = {
  cast: benchCast,
  list: benchList,
  count: benchCount,
  documents: benchDocuments,
  import: benchImport,
  start: benchStart,
  scan: async () => benchScan(Number(values.seed), Number(values.pages)),
  fanout: benchFanout,
  console: benchConsole,
};

const [name = ''] = positionals;
const wanted = name === 'all' ? Object.values(benches) : [benches[name]].filter((bench) => bench !== undefined);
if (wanted.length === 0 || positionals.length !== 1) {
  console.error(
    `npm run bench -- NAME [--json FILE] [--profile FOLDER] [--seconds N] [--seed N] [--pages N], NAME being ${[...Object.keys(benches), 'all'].join(', ')}.`,
  );
  process.exit(2);
}
const reports: BenchReport[] = [];
for (const bench of wanted) {
  const report = await bench(values.profile, values.seconds === undefined ? undefined : Number(values.seconds));
  printReport(report);
  reports.push(report);
}
if (values.json !== undefined) writeReports(values.json, reports);
