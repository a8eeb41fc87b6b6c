const editableMs = 5 * 60_000;

/** An author may correct a message for five minutes after posting it, and never one that was hidden. */
export function isEditable(message: { readonly postedAt: number; readonly hidden: boolean }, now: number): boolean {
  return !message.hidden && now < message.postedAt + editableMs;
}
