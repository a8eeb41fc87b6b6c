/** What a file may cost us before anybody has looked at it. A real register of 100 000 rows stays far below each of them. */
export const limits = {
  fileBytes: 100 * 2 ** 20,
  /** A workbook unpacked, all parts together. */
  unpackedBytes: 512 * 2 ** 20,
  /** Real sheets pack 10 to 50 times; beyond this a large one is made to burst. */
  packing: 200,
  packingFrom: 8 * 2 ** 20,
  parts: 1000,
  sharedStringBytes: 128 * 2 ** 20,
  rows: 300_000,
  columns: 200,
  /** One text of XML or one line of CSV. */
  pieceSigns: 2 ** 20,
} as const;
