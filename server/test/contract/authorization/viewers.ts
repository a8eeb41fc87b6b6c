/** Who asks, in the order of the columns of the table. */
export const viewers = [
  'anonymous',
  'owner',
  'neighbour',
  'stranger',
  'keeper',
  'otherKeeper',
  'operator',
  'auditor',
  'administrator',
  'token',
] as const;
export type Who = (typeof viewers)[number];
/** Everybody with a session; `token` is the administrator's token without the scope that is asked for. */
export type Person = Exclude<Who, 'anonymous' | 'token'>;
export const people = viewers.filter((who): who is Person => who !== 'anonymous' && who !== 'token');
