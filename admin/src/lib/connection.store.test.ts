import { createPinia, setActivePinia } from 'pinia';
import { expect, test } from 'vitest';
import { useConnectionStore } from './connection.store.ts';

test('a lost connection is told, and the page catches up once it is back', () => {
  setActivePinia(createPinia());
  const connection = useConnectionStore();
  // Nobody listened yet: an address that does not answer is the list's to tell.
  connection.closed(false);
  expect(connection.isLost).toBe(false);
  connection.opened();
  connection.closed(true);
  expect([connection.isLost, connection.reconnections]).toEqual([false, 0]);
  connection.opened();
  connection.closed(false);
  expect(connection.isLost).toBe(true);
  connection.opened();
  expect([connection.isLost, connection.reconnections]).toEqual([false, 1]);
});
