/** Premises belong to natural persons, legal entities and public bodies (Civil Code art. 212). */
export const personKinds = ['PERSON', 'COMPANY', 'PUBLIC'] as const;
export type PersonKind = (typeof personKinds)[number];
