import { defineStore } from 'pinia';
import { ref } from 'vue';

/** Who sits here, as the server last said. */
export interface SignedIn {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export const useSessionStore = defineStore('session', () => {
  const signedIn = ref<SignedIn | null>(null);
  return { signedIn };
});
