import { defineStore } from 'pinia';
import { ref } from 'vue';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'plain';
}

/** Short words that something was done. A refusal is no toast: it stands where it happened. */
export const useToastsStore = defineStore('toasts', () => {
  const toasts = ref<readonly Toast[]>([]);
  let last = 0;

  function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id);
  }
  function say(text: string, tone: Toast['tone'] = 'good'): void {
    const id = (last += 1);
    // The same words again take the place of the first.
    toasts.value = [...toasts.value.filter((toast) => toast.text !== text).slice(-2), { id, text, tone }];
    setTimeout(() => {
      dismiss(id);
    }, 6_000);
  }

  return { toasts, say, dismiss };
});
