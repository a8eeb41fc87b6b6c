import type { Scope } from '../../kernel/access.ts';
import { fenceJournal, openUnplaced } from '../../kernel/journal-fences.ts';
import type { Parameters } from '../../kernel/page-query.ts';
import { hasPlatformRole, type Grant, type SignedIn, type Viewer } from '../../kernel/viewer.ts';

/** A house as rights see it. */
export interface HousePlace {
  readonly houseId: string;
  /** Who manages it now. */
  readonly organisationId: string | null;
}

/** Writes the register of this house: the platform, or an assembly administrator of its organisation or of itself. */
export function mayKeepRegister(viewer: Viewer, place: HousePlace): boolean {
  if (hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR')) return true;
  return (
    viewer.kind === 'SIGNED_IN' &&
    viewer.grants.some(
      (grant) =>
        grant.role === 'ASSEMBLY_ADMINISTRATOR' &&
        ((grant.houseId !== null && grant.houseId === place.houseId) ||
          (grant.organisationId !== null && grant.organisationId === place.organisationId)),
    )
  );
}

/** An organisation's administrator enters houses for that organisation only. */
export function mayCreateHouse(viewer: Viewer, organisationId: string | null): boolean {
  return (
    hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR') ||
    (organisationId !== null && mayKeepRegister(viewer, { houseId: '', organisationId }))
  );
}

/** Who manages a house is said by the platform alone: it decides whose register it is. */
export function mayAssignHouse(viewer: Viewer): boolean {
  return hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR');
}

/** Who acts for a child is recorded by the platform, or where the child owns something. */
export function mayKeepGuardianship(viewer: Viewer, places: readonly HousePlace[]): boolean {
  return hasPlatformRole(viewer, 'PLATFORM_ADMINISTRATOR') || places.some((place) => mayKeepRegister(viewer, place));
}

/** A token may be good for houses and not for people. */
export function mayReadNames(viewer: Viewer): boolean {
  const scope: Scope = 'people:read';
  return viewer.kind === 'SIGNED_IN' && (viewer.scopes === 'ALL' || viewer.scopes.has(scope));
}

/** SQL for the ids of the houses of these assemblies; the argument is an SQL expression of type uuid[]. */
export type HousesOfAssemblies = (assemblyIds: string) => string;

let housesOfAssemblies: HousesOfAssemblies | null = null;

/** Said once by the module that owns assemblies: a grant on one assembly opens the register of its house for reading. */
export function provideHousesOfAssemblies(sql: HousesOfAssemblies): void {
  housesOfAssemblies = sql;
}

/** One condition of several; what is never true is left out, since PostgreSQL plans a single condition far better. */
function anyOf(...conditions: readonly string[]): string {
  const possible = conditions.filter((condition) => condition !== 'false');
  if (possible.includes('true')) return 'true';
  if (possible.length > 1) return `(${possible.join(' or ')})`;
  return possible[0] ?? 'false';
}

/** A role over the whole platform reads every register; an assembly administrator always has a place. */
function isEverywhere(grant: Grant): boolean {
  const { role, organisationId, houseId, assemblyId } = grant;
  return organisationId === null && houseId === null && assemblyId === null && role !== 'ASSEMBLY_ADMINISTRATOR';
}

function byGrant(grant: Grant, parameters: Parameters): string {
  if (grant.assemblyId !== null) {
    return housesOfAssemblies === null
      ? 'false'
      : `h.id in (${housesOfAssemblies(`array[${parameters.add(grant.assemblyId)}]::uuid[]`)})`;
  }
  if (grant.houseId !== null) return `h.id = ${parameters.add(grant.houseId)}::uuid`;
  if (grant.organisationId !== null) return `h.organisation_id = ${parameters.add(grant.organisationId)}::uuid`;
  return 'false';
}

/** Houses whose register is the viewer's work, names of owners included; a filter over `house h`. */
export function housesServedBy(viewer: Viewer, parameters: Parameters): string {
  if (viewer.kind === 'CLOCKWORK') return 'true';
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  if (viewer.grants.some(isEverywhere)) return 'true';
  return housesOfGrants(viewer, parameters);
}

/** Houses that a role of the viewer is given for, by name or through their organisation; over `house h`. */
function housesOfGrants(viewer: Viewer, parameters: Parameters): string {
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  return anyOf(...viewer.grants.map((grant) => byGrant(grant, parameters)));
}

/** SQL for the ids of whom the viewer acts for: oneself, the bodies one heads, one's children while they are minors. */
function actors(viewer: SignedIn, parameters: Parameters, at: Date): string {
  const own = `${parameters.add(viewer.actorIds)}::uuid[]`;
  const moment = `${parameters.add(at)}::timestamptz`;
  return `select unnest(${own}) union all
    select g.child_id from guardianship g join person child on child.id = g.child_id
     where g.parent_id = any(${own}) and g.since <= ${moment} and (g.until is null or g.until > ${moment})
       and child.comes_of_age_on > (${moment} at time zone 'Europe/Moscow')::date`;
}

/** Houses in which the viewer, or whom they act for, owns something at the moment `at`; a filter over `house h`. */
export function housesOwnedInBy(viewer: Viewer, parameters: Parameters, at: Date): string {
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  const moment = `${parameters.add(at)}::timestamptz`;
  return `h.id in (
    select own_p.house_id from ownership_holder own_oh join ownership own_o on own_o.id = own_oh.ownership_id
      join premises own_p on own_p.id = own_o.premises_id
     where own_oh.person_id in (${actors(viewer, parameters, at)}) and own_o.withdrawn_at is null
       and own_o.since <= ${moment} and (own_o.until is null or own_o.until > ${moment}))`;
}

/** Houses whose premises and areas the viewer sees: staff, and owners of the house; a filter over `house h`. */
export function housesVisibleTo(viewer: Viewer, parameters: Parameters, at: Date): string {
  const served = housesServedBy(viewer, parameters);
  return served === 'true' ? served : anyOf(served, housesOwnedInBy(viewer, parameters, at));
}

/** Houses that are somehow the viewer's: theirs by a role, or by what they own in them; over `house h`. */
export function housesOf(viewer: Viewer, parameters: Parameters, at: Date): string {
  return anyOf(housesOfGrants(viewer, parameters), housesOwnedInBy(viewer, parameters, at));
}

/** Ownerships held by the viewer or by whom they act for, whenever they are in force; over `ownership o`. */
export function ownershipsHeldBy(viewer: Viewer, parameters: Parameters, at: Date): string {
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  return `o.id in (select own_oh.ownership_id from ownership_holder own_oh
    where own_oh.person_id in (${actors(viewer, parameters, at)}))`;
}

/** Staff see every ownership of their houses, anybody else their own; over `ownership o join premises p join house h`. */
export function ownershipsVisibleTo(viewer: Viewer, parameters: Parameters, at: Date): string {
  const served = housesServedBy(viewer, parameters);
  return served === 'true' ? served : anyOf(served, ownershipsHeldBy(viewer, parameters, at));
}

/** Which holders of an ownership are named; over `ownership_holder oh` within the same joins. */
export function holdersVisibleTo(viewer: Viewer, parameters: Parameters, at: Date): string {
  if (!mayReadNames(viewer)) return 'false';
  const served = housesServedBy(viewer, parameters);
  if (served === 'true' || viewer.kind !== 'SIGNED_IN') return served;
  return anyOf(served, `oh.person_id in (${actors(viewer, parameters, at)})`);
}

/**
 * Persons a viewer sees, over `person q`: oneself and whom one acts for; for staff the owners of their houses, with the
 * heads and parents through whom those act, and whoever they entered themselves.
 */
export function personsVisibleTo(viewer: Viewer, parameters: Parameters, at: Date): string {
  if (viewer.kind === 'CLOCKWORK') return 'true';
  if (!mayReadNames(viewer) || viewer.kind !== 'SIGNED_IN') return 'false';
  const served = housesServedBy(viewer, parameters);
  if (served === 'true') return served;
  const self = actors(viewer, parameters, at);
  if (viewer.grants.length === 0) return `q.id in (${self})`;
  return `q.id in (
    with owners as materialized (
      select so.person_id as id from ownership_holder so join ownership o on o.id = so.ownership_id
        join premises p on p.id = o.premises_id join house h on h.id = p.house_id
       where o.withdrawn_at is null and ${served})
    ${self}
    union all select id from owners
    union all select b.head_id from person b join owners on owners.id = b.id
    union all select g.parent_id from guardianship g join owners on owners.id = g.child_id
    union all select (j.ids->>'person')::uuid from journal j
               where j.account_id = ${parameters.add(viewer.accountId)}::uuid and j.command = 'registerPerson')`;
}

// What was done in a house is read by those whose work its register is.
fenceJournal({
  role: 'house',
  within: (id, viewer, parameters) =>
    `exists (select from house h where h.id = ${id} and ${housesServedBy(viewer, parameters)})`,
});
openUnplaced('recordGuardianship', 'endGuardianship', 'mapImport', 'rehearseImport', 'finishRehearsal', 'failCommit');
