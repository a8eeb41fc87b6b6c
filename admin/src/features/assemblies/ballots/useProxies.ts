import { RegisterProxyDocument, RevokeProxyDocument } from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import type { UserErrorAt } from '../../../lib/field-refusals.ts';
import { momentOf } from '../../../lib/wall-time.ts';
import { problemOf, type Problem } from '../../../lib/problem.ts';

interface Named {
  readonly id: string;
  readonly label: string;
}
export interface ProxyForm {
  owner: Named | null;
  holder: Named | null;
  documentKind: string;
  documentNumber: string;
  documentDate: string;
  certifiedBy: string;
  validFrom: string;
  validUntil: string;
}

export const emptyProxy = (documentKind: string): ProxyForm => ({
  owner: null,
  holder: null,
  documentKind,
  documentNumber: '',
  documentDate: '',
  certifiedBy: '',
  validFrom: '',
  validUntil: '',
});

/** Registers and ends powers of attorney. */
export function useProxies() {
  const registering = useMutation(RegisterProxyDocument);
  const revoking = useMutation(RevokeProxyDocument);
  const errors = ref<readonly UserErrorAt[]>([]);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);

  async function register(form: ProxyForm, place: { houseId: string; assemblyId: string }): Promise<boolean> {
    isBusy.value = true;
    const never = new Date(0).toISOString();
    const { data, error } = await registering.executeMutation({
      input: {
        ...place,
        ownerId: form.owner?.id ?? '',
        holderId: form.holder?.id ?? '',
        documentKind: form.documentKind,
        documentNumber: form.documentNumber || null,
        documentDate: form.documentDate || null,
        certifiedBy: form.certifiedBy || null,
        validFrom: momentOf(form.validFrom, 'Europe/Moscow') ?? never,
        validUntil: momentOf(form.validUntil, 'Europe/Moscow') ?? never,
      },
    });
    isBusy.value = false;
    problem.value = problemOf(error);
    errors.value = data?.registerProxy.userErrors ?? [];
    return data?.registerProxy.proxy != null;
  }

  async function revoke(proxyId: string, reason: string): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await revoking.executeMutation({ input: { proxyId, reason: reason || null } });
    isBusy.value = false;
    problem.value = problemOf(error);
    errors.value = data?.revokeProxy.userErrors ?? [];
    return data?.revokeProxy.proxy != null;
  }

  return { errors, problem, isBusy, register, revoke };
}
