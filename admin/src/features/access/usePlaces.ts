import { FindPlacesDocument } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { useI18n } from 'vue-i18n';
import type { Pickable } from '../../ui/pickable.ts';

/** Where a role may hold: organisations, houses and assemblies by their words. */
export function usePlaces() {
  const { client } = useClientHandle();
  const { t } = useI18n();

  async function findPlaces(text: string): Promise<readonly Pickable[]> {
    const { data } = await client.query(FindPlacesDocument, { text }).toPromise();
    if (!data) return [];
    return [
      ...data.organisations.nodes.map(({ id, name }) => ({ id, label: name, under: t('roles.kind.organisation') })),
      ...data.houses.nodes.map(({ id, address }) => ({ id, label: address, under: t('roles.kind.house') })),
      ...data.assemblies.nodes.map(({ id, title }) => ({ id, label: title, under: t('roles.kind.assembly') })),
    ];
  }

  return { findPlaces };
}
