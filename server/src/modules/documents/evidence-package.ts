import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { storedZip, type ZipPart } from '../paper/index.ts';
import { evidencePage } from './evidence-page.ts';
import { evidenceFiles } from './evidence-files.queries.ts';
import { evidenceRecords, type EvidenceRecords } from './evidence-records.queries.ts';

function sealed(parts: Map<string, string>, name: string, content: Uint8Array): ZipPart {
  parts.set(name, createHash('sha256').update(content).digest('hex'));
  return { name, content };
}

async function* partsOf(context: Context, assemblyId: string): AsyncGenerator<ZipPart> {
  const { read } = context.database;
  const hashes = new Map<string, string>();
  const records: EvidenceRecords[] = [];
  for await (const list of evidenceRecords(read, assemblyId)) {
    records.push(list);
    const text = JSON.stringify(list.rows, null, 1);
    yield sealed(hashes, `records/${list.name}.json`, Buffer.from(`${text}\n`, 'utf8'));
  }
  const files = await evidenceFiles(read, assemblyId);
  for (const { name, sha256 } of files) {
    const part = sealed(hashes, name, await readFile(await context.files.localPath(sha256)));
    if (hashes.get(name) !== sha256) throw new Error(`a stored file is not what it was: ${sha256}`);
    yield part;
  }
  const [assembly] = await read<{ title: string }>('select title from assembly where id = $1', [assemblyId]);
  const heading = `${assembly?.title ?? ''}: доказательства собрания № ${encodeId('Assembly', assemblyId)}`;
  yield sealed(hashes, 'index.html', Buffer.from(evidencePage(heading, files, records), 'utf8'));
  const manifest = [...hashes].map(([name, hash]) => `${hash}  ${name}\n`).join('');
  yield { name: 'SHA256SUMS', content: Buffer.from(manifest, 'utf8') };
}

/** Everything an inspectorate or a court would ask for, as one ZIP: made as it is sent, and of the same records the same bytes. */
export function evidencePackage(context: Context, assemblyId: string): AsyncGenerator<Buffer> {
  return storedZip(partsOf(context, assemblyId));
}
