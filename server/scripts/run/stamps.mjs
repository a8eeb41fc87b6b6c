import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './programs.mjs';

const passedOver = new Set(['node_modules', 'dist', 'generated', '.git', '.veche']);

/**
 * One hash over the names and contents of files and folders: what a step depends on.
 * @param {readonly string[]} paths
 */
export function hashOf(paths) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const path of paths) add(hash, path);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function add(hash, path) {
  const absolute = join(root, path);
  const found = lstatSync(absolute, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) {
    hash.update(`\0${path}\0`).update(readFileSync(absolute));
    return;
  }
  for (const name of readdirSync(absolute).toSorted()) {
    if (!passedOver.has(name)) add(hash, join(path, name));
  }
}

/**
 * Whether a step was last done with exactly these inputs.
 * @param {string} stamp
 * @param {string} hash
 */
export function isStamped(stamp, hash) {
  try {
    return readFileSync(join(root, stamp), 'utf8') === hash;
  } catch {
    return false;
  }
}

/**
 * Written last, inside the output: a step that was broken off, or whose output was removed, is done again.
 * @param {string} stamp
 * @param {string} hash
 */
export function putStamp(stamp, hash) {
  mkdirSync(dirname(join(root, stamp)), { recursive: true });
  writeFileSync(join(root, stamp), hash);
}
