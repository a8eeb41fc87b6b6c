import { useI18n } from 'vue-i18n';
import { formatArea } from '../../lib/format.ts';

/** What is missing to a threshold, in square metres and in flats: "1 240,50 м² ≈ 23 квартиры". */
export function useShortfall() {
  const { t, n, locale } = useI18n();
  function missing(clause: {
    readonly shortfall: { readonly display: string };
    readonly shortfallInFlats?: number | null;
  }): string {
    const area = formatArea(locale.value, clause.shortfall.display);
    const flats = clause.shortfallInFlats ?? 0;
    return flats === 0 ? area : t('shortfall', { area, flats: n(flats) }, flats);
  }
  return { missing };
}
