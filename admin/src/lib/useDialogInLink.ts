import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** A dialog that a link can open, `/people?new=1`: the command bar leads to it, and "back" closes it. */
export function useDialogInLink(name = 'new'): WritableComputedRef<boolean> {
  const route = useRoute();
  const router = useRouter();
  return computed({
    get: () => route.query[name] !== undefined,
    set: (open) => {
      const { [name]: _, ...rest } = route.query;
      void router.replace({ query: open ? { ...rest, [name]: '1' } : rest });
    },
  });
}
