import { SaxesParser } from 'saxes';
import { Refusal } from '../../../../kernel/refusal.ts';
import { limits } from './limits.ts';

export interface XmlListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * Reads XML as it arrives and gives control back after every chunk. No document types, so no entities that grow; no
 * single text longer than the limit.
 */
export async function* readXml(stream: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let unheard = 0;
  const heard = (): void => {
    unheard = 0;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Refusal('FILE_UNREADABLE', { reason: 'BROKEN' });
  });
  parser.on('opentag', (tag) => {
    heard();
    listener.open(withoutPrefix(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    heard();
    listener.close(withoutPrefix(tag.name));
  });
  parser.on('text', listener.text);
  parser.on('cdata', listener.text);
  try {
    for await (const chunk of stream) {
      unheard += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (unheard > limits.pieceSigns) throw new Refusal('FILE_UNREADABLE', { reason: 'TOO_LONG_TEXT' });
      yield;
    }
    parser.close();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('FILE_UNREADABLE', { reason: 'BROKEN' });
  }
}

/** For the small parts of a workbook. */
export async function readWholeXml(stream: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _chunk of readXml(stream, listener)) {
    // read on
  }
}
