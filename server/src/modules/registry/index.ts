export { House } from './house.entity.ts';
export { Premises, PremisesArea, premisesKinds, type PremisesKind } from './premises.entity.ts';
export { Guardianship, Ownership, OwnershipHolder } from './ownership.entity.ts';
