export { AccessToken } from './access-token.entity.ts';
export { Account } from './account.entity.ts';
export { Invitation } from './invitation.entity.ts';
export { Organisation, organisationKinds, type OrganisationKind } from './organisation.entity.ts';
export { Person, personKinds, type PersonKind } from './person.entity.ts';
export { RoleGrant } from './role-grant.entity.ts';
export { Session } from './session.entity.ts';
export { ViewerFinder } from './find-viewer.ts';
export { SessionResolver } from './session.resolver.ts';
