import { createReadStream } from 'node:fs';

export type Encoding = 'UTF_8' | 'WINDOWS_1251';

/** Whether every byte of the file is good UTF-8. Russian text in Windows-1251 is not, beyond a letter or two. */
export async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
