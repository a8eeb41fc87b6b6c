import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TypstTypesetter } from './typst-typesetter.ts';

const typesetter = new TypstTypesetter(join(import.meta.dirname, 'typeset-worker.ts'));
afterAll(async () => typesetter.stop());

const at = new Date('2026-02-01T09:00:00Z');
const source = `#let facts = json(bytes(sys.inputs.facts))
#set document(title: "Проба", date: auto)
#set text(font: "PT Serif", lang: "ru")
= Проба
#facts.words
#metadata(facts.words)<word>`;

describe('the typesetter', () => {
  it('gives the same bytes for the same document, and others for another moment or other facts', async () => {
    const pdf = async (words: string, moment = at) =>
      Buffer.from(await typesetter.pdf({ source, facts: { words }, at: moment })).toString('latin1');
    const first = await pdf('Собрание');
    expect(first.startsWith('%PDF-1.7')).toBe(true);
    expect(first).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(await pdf('Собрание')).toBe(first);
    expect(await pdf('Собрание', new Date('2026-02-02T09:00:00Z'))).not.toBe(first);
    expect(await pdf('Сообщение')).not.toBe(first);
  });

  it('says what a document tells of itself', async () => {
    const told = await typesetter.measure({ source, facts: { words: 'Собрание' }, at }, 'word');
    expect(told).toEqual({ pages: 1, values: ['Собрание'] });
  });

  it('refuses a document with a mistake, or one that would read a file, and goes on with the next', async () => {
    const set = async (wrong: string) => typesetter.pdf({ source: wrong, facts: {}, at });
    await expect(set('#unknown')).rejects.toThrow('cannot be set');
    await expect(set('#read("/etc/hostname")')).rejects.toThrow('cannot be set');
    expect((await set('= Проба\n#set document(title: "Проба")')).length).toBeGreaterThan(1000);
  });
});
