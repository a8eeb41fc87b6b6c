import { SearchDesksDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Offered } from './found.ts';
import { matching, rankOf } from './matching-words.ts';
import { useBothLanguages } from './useBothLanguages.ts';

const places = [
  { name: 'desk', path: '' },
  { name: 'intake', path: '/intake' },
  { name: 'scans', path: '/scans' },
  { name: 'entry', path: '/entry' },
] as const;

/** The paper of every assembly that takes paper now, where the server lets the viewer enter it. */
export function useOpenDesks() {
  const { t } = useI18n();
  const { named, related } = useBothLanguages();
  const { data } = useQuery({ query: SearchDesksDocument, requestPolicy: 'cache-and-network' });
  const desks = computed((): readonly Offered[] =>
    (data.value?.assemblies.nodes ?? [])
      .filter(({ allowedActions }) => allowedActions.includes('ENTER_PAPER'))
      .flatMap(({ id, title, house }) =>
        places.map(({ name, path }) => ({
          key: `${name} ${id}`,
          kind: 'action' as const,
          title: t(`search.desk.${name}`),
          under: `${title} · ${house.address}`,
          to: `/assemblies/${id}/paper${path}`,
          names: named(`search.desk.${name}`),
          related: [...related('desk'), title, house.address],
        })),
      ),
  );
  /** Only where paper is spoken of: by its name alone one looks for the assembly itself. */
  return (typed: string): Offered[] => {
    const words = typed.split(/\s+/);
    const isOfPaper = ({ names }: Offered): boolean =>
      words.some((word) => word !== '' && rankOf(word, names, related('desk')) !== null);
    return matching(typed, desks.value.filter(isOfPaper));
  };
}
