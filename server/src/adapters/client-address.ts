import type { IncomingMessage } from 'node:http';
import { all, compile } from '@fastify/proxy-addr';

/** Whose `X-Forwarded-For` to believe: nobody's, everybody's, that many hops', or these addresses'. */
export type TrustedProxies = boolean | number | string | string[];
type Trust = (address: string, hop: number) => boolean;

export function trustOf(trusted: TrustedProxies): Trust {
  if (typeof trusted === 'boolean') return () => trusted;
  if (typeof trusted === 'number') return (_address, hop) => hop < trusted;
  return compile(typeof trusted === 'string' ? trusted.split(',').map((address) => address.trim()) : trusted);
}

/** The address a socket comes from, judged as that of any other request. */
export function addressReader(trusted: TrustedProxies): (request: IncomingMessage) => string {
  const trust = trustOf(trusted);
  return (request) => all(request, trust).at(-1) ?? '';
}
