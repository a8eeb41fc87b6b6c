interface Words {
  [key: string]: string | Words;
}

/** One file a feature and language; each says its own top-level keys. */
function together(files: Record<string, Words>): Words {
  return Object.assign({}, ...Object.values(files)) as Words;
}

export const ru = together(import.meta.glob<Words>('./ru/*.json', { import: 'default', eager: true }));
export const en = together(import.meta.glob<Words>('./en/*.json', { import: 'default', eager: true }));
