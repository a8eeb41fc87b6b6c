/** As whom somebody writes: an owner, somebody acting for one (a proxy holder, a parent), or whoever runs the assembly. */
export const chatRoles = ['OWNER', 'FOR_OWNER', 'STAFF'] as const;
export type ChatRole = (typeof chatRoles)[number];
