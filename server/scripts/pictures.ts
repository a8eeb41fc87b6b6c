import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../src/app.ts';
import { readConfig, repositoryFolder } from '../src/config.ts';
import { startDatabase } from '../src/start-database.ts';
import { openChromium } from '../test/browser/chromium.ts';
import { sights } from './pictures/sights.ts';
import { takePictures } from './pictures/take-pictures.ts';

/** Takes the pictures of the README anew, of a demo of its own that is thrown away; names given take only these. */
const wanted = sights.filter(({ name }) => process.argv.length < 3 || process.argv.includes(name, 2));
const folder = join(repositoryFolder, 'docs', 'pictures');
const home = mkdtempSync(join(tmpdir(), 'veche-pictures-'));
const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
const config = readConfig({ PORT: '0', VECHE_HOME: home, LOG_LEVEL: 'error' });

mkdirSync(folder, { recursive: true });
const database = await startDatabase(config, say);
try {
  const app = await startApp(config, database.address, say);
  const browser = await openChromium();
  try {
    await takePictures(browser, app, wanted, folder, say);
  } finally {
    await browser.close();
    await app.stop();
  }
} finally {
  await database.stop();
  rmSync(home, { recursive: true, force: true });
}
process.exit(0);
