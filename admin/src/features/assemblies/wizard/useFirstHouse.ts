import { onMounted, type Ref } from 'vue';
import { useRoute } from 'vue-router';
import { usePick } from '../pick/usePick.ts';
import type { WizardForm } from './wizard-form.ts';

/** The house that a link asks for, or else the only one that the viewer keeps. Nobody typed it, so no draft of it is kept. */
export function useFirstHouse(form: Ref<WizardForm>, forget: () => void): void {
  const { query } = useRoute();
  const { houseCalled, onlyHouse } = usePick();
  onMounted(async () => {
    const called = typeof query['house'] === 'string' ? await houseCalled(query['house']) : null;
    const house = called ?? (form.value.house === null ? await onlyHouse() : null);
    if (house === null || (called === null && form.value.house !== null)) return;
    form.value.house = { id: house.id, label: house.label };
    if (form.value.title.trim() === '') forget();
  });
}
