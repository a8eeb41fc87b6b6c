/** A file keeps the name its owner gave it, without the path it came from and without what a screen or a shell would act on. */

/** The name as it may be shown and sent; null when nothing of a name is left. */
export function readFileName(written: string): string | null {
  const bare = written.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = bare
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return name === '' || /^\.+$/.test(name) || name.length > 200 ? null : name;
}

/** RFC 6266 and 8187: always a download, with the name in UTF-8. */
export function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (mark) => `%${mark.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}
