import { open, stat } from 'node:fs/promises';
import { Refusal } from '../../../../kernel/refusal.ts';
import { limits } from './limits.ts';

export type TableFormat = 'XLSX' | 'CSV';

/** By its first bytes, never by its name: an executable called register.xlsx is an executable. */
export async function sniffFormat(path: string): Promise<TableFormat> {
  const { size } = await stat(path);
  if (size === 0) throw new Refusal('FILE_UNREADABLE', { reason: 'EMPTY' });
  if (size > limits.fileBytes) throw new Refusal('FILE_TOO_LARGE', { limitBytes: limits.fileBytes });
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(Math.min(size, 65_536)), position: 0 });
    const head = buffer.subarray(0, bytesRead);
    if (head.subarray(0, 4).equals(Buffer.of(0x50, 0x4b, 3, 4))) return 'XLSX';
    // The old binary format of Excel, and every workbook with a password.
    if (head.subarray(0, 4).equals(Buffer.of(0xd0, 0xcf, 0x11, 0xe0)))
      throw new Refusal('FILE_UNREADABLE', { reason: 'OLD_EXCEL' });
    if (head.includes(0) || /^(MZ|\x7fELF|%PDF|\{\\rtf|<)/.test(head.subarray(0, 8).toString('latin1'))) {
      throw new Refusal('FILE_UNREADABLE', { reason: 'NOT_A_TABLE' });
    }
    return 'CSV';
  } finally {
    await file.close();
  }
}
