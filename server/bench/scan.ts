import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { PageReading } from '../src/kernel/scan-reader.ts';
import { ScanPool } from '../src/adapters/scan-reader/scan-pool.ts';
import { findQrCode } from '../src/adapters/scan-reader/qr-code.ts';
import { progress } from './progress.ts';
import type { BenchReport } from './report.ts';
import { type CorpusPage, makePage, printedPicture } from './scan-corpus/corpus-page.ts';
import { compare } from './scan-corpus/compare-reading.ts';

const entry = new URL('../src/adapters/scan-reader/scan-worker.ts', import.meta.url);
const limits = { bytes: 200_000_000, pages: 500, pixels: 100_000_000, millisecondsPerPage: 60_000 };

/** Reads a corpus of its own making, whose truth it knows, as the product reads: two workers, one file after another. */
export async function benchScan(seed: number, pages: number): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'veche-bench-scan-'));
  const pool = new ScanPool({ entry, workers: 2, limits });
  try {
    const corpus = await makeCorpus(folder, seed, pages);
    const read = async ({ page, path }: Filed): Promise<PageReading> => {
      const reading = await pool.readScan(path, {
        planOf: async (code) => (code === page.code ? page.layout : null),
        heard: () => undefined,
      });
      const [only] = reading.fault === null ? reading.pages : [];
      if (!only) throw new Error(`${path} is not read`);
      return only;
    };
    const usual = corpus.filter(({ page }) => !page.troubles.some((each) => each === 'COARSE' || each === 'FINE'));
    // Both workers are warm before the clock runs.
    await Promise.all(usual.slice(0, 2).map(read));
    const since = performance.now();
    await Promise.all(usual.map(read));
    const rate = (usual.length * 1000) / (performance.now() - since);
    const readings = await Promise.all(corpus.map(async (each) => ({ page: each.page, reading: await read(each) })));
    const all = compare(readings);
    const clean = compare(readings.filter(({ page }) => page.troubles.length === 0));
    return {
      name: 'scan',
      results: [
        { what: 'seed of the corpus', value: seed, unit: '' },
        { what: 'pages', value: pages, unit: '' },
        { what: 'plain marks on them', value: all.marks, unit: '' },
        { what: 'marks struck out, and items with two', value: all.contradictions, unit: '' },
        { what: 'boxes shown as doubtful', value: all.doubtful, unit: '' },
        { what: 'pages for a person', value: all.queued, unit: '' },
      ],
      ratios: [
        { to: 'pages a second, two workers, 200 dpi', value: rate, goal: 5 },
        { to: 'part of the marks on clean pages proposed', value: clean.proposed / clean.marks, goal: 0.98 },
        { to: 'part of the marks on all pages proposed', value: all.proposed / all.marks, goal: 0.9 },
        { to: 'boxes proposed wrongly', value: all.wrong, goal: 0, atMost: true },
        { to: 'codes neither read right nor put before a person', value: all.codesLost, goal: 0, atMost: true },
      ],
    };
  } finally {
    await pool.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Filed {
  readonly page: CorpusPage;
  readonly path: string;
}

async function makeCorpus(folder: string, seed: number, pages: number): Promise<Filed[]> {
  const corpus: Filed[] = [];
  for (let number = 0; number < pages; number += 1) {
    const page = await makePage(seed, number);
    if (!(await isReadAsPrinted(page)))
      throw new Error(`the code of page ${String(number)} is not read even as printed`);
    const path = join(folder, `${String(number)}.jpg`);
    writeFileSync(path, page.jpeg);
    corpus.push({ page, path });
    if (number % 10 === 9) progress(`${String(number + 1)} of ${String(pages)} pages drawn`);
  }
  return corpus;
}

async function isReadAsPrinted(page: CorpusPage): Promise<boolean> {
  const { data, info } = await sharp(await printedPicture(page))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (await findQrCode({ pixels: data, width: info.width, height: info.height })).text === page.code;
}
