import { defineStore } from 'pinia';
import { computed, ref } from 'vue';

export interface HeldRole {
  readonly role: string;
  readonly organisationId: string | null;
  readonly houseId: string | null;
  readonly assemblyId: string | null;
}

/** Who sits here, as the server last said. */
export interface SignedIn {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly HeldRole[];
}

export const useSessionStore = defineStore('session', () => {
  const signedIn = ref<SignedIn | null>(null);
  const roles = computed(() => new Set((signedIn.value?.roles ?? []).map(({ role }) => role)));

  /** Whether one of these roles is held anywhere. It only hides what the server would refuse. */
  function holds(...wanted: readonly string[]): boolean {
    return wanted.some((role) => roles.value.has(role));
  }
  /** The same over the whole platform, not over one organisation, house or assembly. */
  function holdsEverywhere(...wanted: readonly string[]): boolean {
    return (signedIn.value?.roles ?? []).some(
      ({ role, organisationId, houseId, assemblyId }) =>
        wanted.includes(role) && organisationId === null && houseId === null && assemblyId === null,
    );
  }

  return { signedIn, roles, holds, holdsEverywhere };
});
