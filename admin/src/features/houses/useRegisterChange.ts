import {
  AddPremisesDocument,
  AmendHouseDocument,
  AmendPremisesDocument,
  AssignHouseDocument,
  CorrectAreaDocument,
  CreateHouseDocument,
  EndGuardianshipDocument,
  EndOwnershipDocument,
  RecordGuardianshipDocument,
  RecordOwnershipDocument,
  RecordTransferDocument,
  RegisterPersonDocument,
  type AddPremisesInput,
  type AmendHouseInput,
  type AmendPremisesInput,
  type AssignHouseInput,
  type CorrectAreaInput,
  type CreateHouseInput,
  type EndGuardianshipInput,
  type EndOwnershipInput,
  type RecordGuardianshipInput,
  type RecordOwnershipInput,
  type RecordTransferInput,
  type RegisterPersonInput,
} from '@veche/shared/operations';
import { useClientHandle, type TypedDocumentNode } from '@urql/vue';
import { reactive, ref } from 'vue';
import { refusalAt, refusalsElsewhere, type UserErrorAt } from '../../lib/field-refusals.ts';
import { problemOf, type Problem } from '../../lib/problem.ts';

interface Told {
  readonly userErrors: readonly UserErrorAt[];
}

/** One change of the register: its refusals stand at their fields until the next try. Every verb gives null when it was refused. */
export function useRegisterChange() {
  const { client } = useClientHandle();
  const errors = ref<readonly UserErrorAt[]>([]);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);

  async function send<Input, Answer, Payload extends Told>(
    document: TypedDocumentNode<Answer, { input: Input }>,
    input: Input,
    read: (answer: Answer) => Payload,
  ): Promise<Payload | null> {
    isBusy.value = true;
    const { data, error } = await client.mutation(document, { input }).toPromise();
    isBusy.value = false;
    problem.value = problemOf(error);
    const payload = data === undefined ? null : read(data);
    errors.value = payload?.userErrors ?? [];
    return payload !== null && errors.value.length === 0 ? payload : null;
  }

  return reactive({
    problem,
    isBusy,
    errors,
    at: (...paths: readonly string[]): string | undefined =>
      paths.map((path) => refusalAt(errors.value, path)).find((message) => message !== null) ?? undefined,
    /** What none of the fields that are shown is to blame for. */
    elsewhere: (...shown: readonly string[]): UserErrorAt | null =>
      refusalsElsewhere(errors.value)[0] ??
      errors.value.find(({ field }) => !shown.includes(field?.slice(1).join('.') ?? '')) ??
      null,
    isStale: () => errors.value.some(({ code }) => code === 'STALE_VERSION'),
    forget: () => {
      errors.value = [];
      problem.value = null;
    },
    createHouse: async (input: CreateHouseInput) =>
      (await send(CreateHouseDocument, input, ({ createHouse }) => createHouse))?.house ?? null,
    amendHouse: async (input: AmendHouseInput) =>
      (await send(AmendHouseDocument, input, ({ amendHouse }) => amendHouse))?.house ?? null,
    assignHouse: async (input: AssignHouseInput) =>
      (await send(AssignHouseDocument, input, ({ assignHouse }) => assignHouse))?.house ?? null,
    addPremises: async (input: AddPremisesInput) =>
      (await send(AddPremisesDocument, input, ({ addPremises }) => addPremises))?.premises ?? null,
    amendPremises: async (input: AmendPremisesInput) =>
      (await send(AmendPremisesDocument, input, ({ amendPremises }) => amendPremises))?.premises ?? null,
    correctArea: async (input: CorrectAreaInput) =>
      (await send(CorrectAreaDocument, input, ({ correctArea }) => correctArea))?.premises ?? null,
    recordOwnership: async (input: RecordOwnershipInput) =>
      (await send(RecordOwnershipDocument, input, ({ recordOwnership }) => recordOwnership))?.ownership ?? null,
    endOwnership: async (input: EndOwnershipInput) =>
      (await send(EndOwnershipDocument, input, ({ endOwnership }) => endOwnership))?.ownership ?? null,
    recordTransfer: async (input: RecordTransferInput) =>
      (await send(RecordTransferDocument, input, ({ recordTransfer }) => recordTransfer))?.premises ?? null,
    recordGuardianship: async (input: RecordGuardianshipInput) =>
      (await send(RecordGuardianshipDocument, input, ({ recordGuardianship }) => recordGuardianship))?.guardianship ??
      null,
    endGuardianship: async (input: EndGuardianshipInput) =>
      (await send(EndGuardianshipDocument, input, ({ endGuardianship }) => endGuardianship))?.guardianship ?? null,
    registerPerson: async (input: RegisterPersonInput) =>
      (await send(RegisterPersonDocument, input, ({ registerPerson }) => registerPerson))?.person ?? null,
  });
}
