/** Where the kinds of things say what a person calls them. */
const places = ['displayName', 'title', 'address', 'name', 'login', 'number'] as const;

/** What a person calls the thing: its name, its title, its address; null when it has none of its own. */
export function nameOf(thing: object | null): string | null {
  // A session has only the address it came from, which is nobody's name.
  if (thing === null || 'userAgent' in thing) return null;
  for (const place of places) {
    const name: unknown = Reflect.get(thing, place);
    if (typeof name === 'string' && name !== '') return name;
  }
  return null;
}
