export { House } from './house.entity.ts';
export { Premises, PremisesArea, premisesKinds, type PremisesKind } from './premises.entity.ts';
export { Guardianship, Ownership, OwnershipHolder } from './ownership.entity.ts';
export { addressKey, readAddress, type Address, type AddressAnswer, type AddressPart } from './rules/address-key.ts';
export { numberKey } from './rules/number-key.ts';
