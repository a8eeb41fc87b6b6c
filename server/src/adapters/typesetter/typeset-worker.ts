import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { SetTask } from './typst-typesetter.ts';

// A thread of its own, run by Node as it stands: nothing here may need more than the types taken away.
const { resolve } = createRequire(import.meta.url);
const fontBlobs = ['sans', 'serif'].flatMap((family) =>
  ['400Regular', '700Bold'].map((style) => {
    const file = `PT${family === 'sans' ? 'Sans' : 'Serif'}_${style}.ttf`;
    return readFileSync(resolve(`@expo-google-fonts/pt-${family}/${style}/${file}`));
  }),
);
// A folder that is not there: a document reads no file, and imports of packages find nothing to load.
const compiler = NodeCompiler.create({ workspace: '/var/empty/veche', fontArgs: [{ fontBlobs }] });

function set(task: SetTask): { pdf: Uint8Array } | { pages: number; values: readonly unknown[] } {
  const inputs = { facts: JSON.stringify(task.facts) };
  const compiled = compiler.compile({ mainFileContent: task.source, inputs });
  const found = compiled.result;
  if (!found) throw new Error(`the document cannot be set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  if (task.label !== null) {
    const told = compiler.query(found, { selector: `<${task.label}>` }) as readonly { readonly value: unknown }[];
    return { pages: found.numOfPages, values: told.map(({ value }) => value) };
  }
  const pdf = compiler.pdf(found, { pdfStandard: 'a-2a', creationTimestamp: Math.floor(task.at / 1000) });
  return { pdf };
}

parentPort?.on('message', (task: SetTask) => {
  try {
    parentPort?.postMessage({ id: task.id, answer: set(task) }, []);
  } catch (error) {
    parentPort?.postMessage({ id: task.id, failure: error instanceof Error ? error.message : String(error) }, []);
  }
  // What later documents share stays; the rest would pile up.
  compiler.evictCache(1);
});
