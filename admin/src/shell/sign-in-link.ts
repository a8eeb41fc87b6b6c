/** Where signing in leads afterwards: only to a page of our own. */
export function signInLink(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}

export function safeNext(next: unknown): string {
  const isOwn = typeof next === 'string' && next.startsWith('/') && !next.startsWith('//') && !next.includes('\\');
  return isOwn ? next : '/';
}
