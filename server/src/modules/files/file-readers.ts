import type { Context } from '../../kernel/context.ts';
import { isUploader, mayAskForFiles } from './files.policy.ts';

/** Whether the viewer may read a file because of what it is attached to. */
export type FileReader = (context: Context, fileId: string) => Promise<boolean>;

const readers: FileReader[] = [];

/** Said once by each module that attaches files to its things. */
export function provideFileReader(reader: FileReader): void {
  readers.push(reader);
}

/** Whoever uploaded it, and whoever may read what it is attached to. */
export async function mayReadFile(
  context: Context,
  file: { readonly id: string; readonly uploadedBy: string },
): Promise<boolean> {
  if (!mayAskForFiles(context.viewer)) return false;
  if (isUploader(context.viewer, file)) return true;
  for (const reader of readers) if (await reader(context, file.id)) return true;
  return false;
}
