import { open } from 'node:fs/promises';
import { Refusal } from '../../kernel/refusal.ts';
import { binaryMediaType, headBytes, isMarkup, isOldOffice, isText, textMediaType } from './rules/media-type.ts';

function refuse(reason: string): never {
  throw new Refusal('FILE_UNREADABLE', { reason });
}

/** Passes content on while judging it; what is refused is refused before it is stored. */
export class JudgedContent {
  #head = Buffer.alloc(0);
  #binary: string | null = null;

  async *of(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let judged = false;
    let waiting: Uint8Array[] = [];
    for await (const chunk of content) {
      if (this.#head.length < headBytes) {
        this.#head = Buffer.concat([this.#head, chunk]).subarray(0, headBytes);
        waiting.push(chunk);
        if (this.#head.length < headBytes) continue;
      } else {
        waiting = [chunk];
      }
      if (!judged) this.#judge();
      judged = true;
      yield* this.#checked(waiting);
      waiting = [];
    }
    if (!judged) this.#judge();
    yield* this.#checked(waiting);
  }

  #judge(): void {
    if (this.#head.length === 0) refuse('EMPTY');
    if (isOldOffice(this.#head)) refuse('OLD_EXCEL');
    this.#binary = binaryMediaType(this.#head);
    if (this.#binary === null && (!isText(this.#head) || isMarkup(this.#head))) refuse('MEDIA_TYPE');
  }

  *#checked(chunks: readonly Uint8Array[]): Generator<Uint8Array> {
    for (const chunk of chunks) {
      if (this.#binary === null && !isText(chunk)) refuse('MEDIA_TYPE');
      yield chunk;
    }
  }

  /** After the last byte, with the place where the content was stored. */
  async mediaType(path: string): Promise<string> {
    if (this.#binary === null) return textMediaType(this.#head);
    return this.#binary === 'application/zip' && (await isWorkbook(path))
      ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      : this.#binary;
  }
}

/** The table of contents stands at the end of a zip and names the parts of a workbook. */
async function isWorkbook(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 256 * 1024);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.includes('xl/workbook.xml');
  } finally {
    await file.close();
  }
}
