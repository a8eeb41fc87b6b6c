import { onScopeDispose, ref } from 'vue';

/** The time, once a second, for as long as somebody looks. */
export function useNow() {
  const now = ref(Date.now());
  const ticking = setInterval(() => {
    now.value = Date.now();
  }, 1000);
  onScopeDispose(() => clearInterval(ticking));
  return now;
}
