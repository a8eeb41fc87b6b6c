/** FIN and the opcode of text. */
const wholeText = 0x81;

/**
 * One unfragmented, unmasked text frame (RFC 6455 § 5.2), in one piece: one write to the socket, where header and content
 * apart would be two. An event goes to thousands of sockets, and the writing is nearly all it costs.
 */
export function textFrame(...parts: readonly Buffer[]): Buffer {
  let length = 0;
  for (const part of parts) length += part.length;
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = wholeText;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  let at = header;
  for (const part of parts) at += part.copy(frame, at);
  return frame;
}
