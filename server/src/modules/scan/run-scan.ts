import type { Context, World } from '../../kernel/context.ts';
import { clockworkContext } from '../../kernel/clockwork-context.ts';
import { ifUnclaimed } from '../../kernel/if-unclaimed.ts';
import type { ScanReader } from '../../kernel/scan-reader.ts';
import { finishScan } from './commands/finish-scan.ts';
import { keepScanPage } from './commands/keep-scan-page.ts';
import { PrintedPages } from './printed-pages.ts';
import { Scan } from './scan.entity.ts';

async function advance(context: Context, reader: ScanReader, scanId: string, signal: AbortSignal): Promise<void> {
  const scan = await context.database.em().findOne(Scan, { id: scanId });
  if (scan?.state !== 'READING' || scan.sha256 == null) return;
  const read = await context.database.read<{ number: number }>('select number from scan_page where scan_id = $1', [
    scanId,
  ]);
  const printed = new PrintedPages(context, scan.assemblyId);
  try {
    const { fault } = await reader.readScan(await context.files.localPath(scan.sha256), {
      planOf: async (code) => (await printed.find(code))?.plan ?? null,
      known: new Set(read.map(({ number }) => number - 1)),
      heard: async (reading, pageCount) => {
        if (signal.aborted) return;
        await context.database.read('update scan set page_count = $2 where id = $1 and page_count is null', [
          scanId,
          pageCount,
        ]);
        await keepScanPage(context, scan, printed, reading);
      },
    });
    if (!signal.aborted) await finishScan(context, scanId, fault);
  } catch (error) {
    // What was not read when the server stopped is read by the next one.
    if (!signal.aborted) throw error;
  }
}

/** Reads what is left of a file, if no other process is at it. */
export async function runScan(world: World, reader: ScanReader, scanId: string, signal: AbortSignal): Promise<void> {
  await ifUnclaimed(world, scanId, async () => advance(clockworkContext(world), reader, scanId, signal));
}
