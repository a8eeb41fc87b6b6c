import {
  AmendOrganisationDocument,
  CreateOrganisationDocument,
  OrganisationsDocument,
  type OrganisationCardFragment,
} from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { computed, ref } from 'vue';
import { useBeginnings } from '../../lib/beginnings.ts';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';
import { useListView } from '../../lib/useListView.ts';
import { organisationList, type OrganisationForm } from './organisation-form.ts';

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Who manages houses. */
export function useOrganisations() {
  const { client } = useClientHandle();
  const { mayBegin } = useBeginnings();
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);
  const list = useListView(organisationList, {
    query: OrganisationsDocument,
    variables: ({ filters, text, sort }) => ({
      sort,
      filter: {
        ...(filters.kind[0] ? { kind: filters.kind[0] } : {}),
        ...(/^\d{13}$/.test(text) ? { ogrn: text } : text === '' ? {} : { text }),
      },
    }),
    connection: ({ organisations }) => organisations,
  });

  async function save(form: OrganisationForm, known: { id: string; version: number } | null): Promise<boolean> {
    isBusy.value = true;
    const card = {
      kind: form.kind,
      name: form.name.trim(),
      ogrn: form.ogrn.trim(),
      phone: said(form.phone),
      postAddress: said(form.postAddress),
      site: said(form.site),
    };
    if (known) {
      const input = { organisationId: known.id, version: known.version, ...card };
      const { data, error } = await client.mutation(AmendOrganisationDocument, { input }).toPromise();
      outcome.value = outcomeOf(error, data?.amendOrganisation.userErrors);
    } else {
      const { data, error } = await client.mutation(CreateOrganisationDocument, { input: card }).toPromise();
      outcome.value = outcomeOf(error, data?.createOrganisation.userErrors);
    }
    isBusy.value = false;
    list.reload();
    return outcome.value.isDone;
  }

  return {
    list,
    mayAmend: computed(() => mayBegin('createOrganisation')),
    outcome,
    isBusy,
    save,
    /** As it stands now on the page that is shown, also after a stale version was refused. */
    currentOf: (id: string): OrganisationCardFragment | null => list.rows.find((row) => row.id === id) ?? null,
    begin: () => {
      outcome.value = nothingYet;
    },
  };
}
