/** Bytes at hand, as the store of files takes them. */
export async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
