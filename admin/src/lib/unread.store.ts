import { defineStore } from 'pinia';
import { ref } from 'vue';

/** How many messages the viewer has not read, as the server last said. */
export const useUnreadStore = defineStore('unread', () => {
  const count = ref(0);
  return { count };
});
