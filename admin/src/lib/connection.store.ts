import { defineStore } from 'pinia';
import { ref } from 'vue';

/** The socket of the live pages, as graphql-ws last told. A page that shows live numbers reads `isLost` and re-reads on `reconnections`. */
export const useConnectionStore = defineStore('connection', () => {
  const isLost = ref(false);
  /** Grows with every new connection after a lost one: watch it to catch up. */
  const reconnections = ref(0);
  let wasConnected = false;
  let isLeaving = false;

  function opened(): void {
    if (wasConnected && isLost.value) reconnections.value += 1;
    wasConnected = true;
    isLost.value = false;
  }
  /** A socket that closed because nobody listens any more is not lost. */
  function closed(wasClean: boolean): void {
    if (wasConnected && !wasClean) isLost.value = true;
  }

  /** Whoever signs out by hand knows that the session is over, and where they go. */
  function leave(): void {
    isLeaving = true;
  }
  /** Whether the end of the session comes unasked. */
  function isThrownOut(): boolean {
    return !isLeaving;
  }

  return { isLost, reconnections, opened, closed, leave, isThrownOut };
});
