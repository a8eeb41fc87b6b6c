import { parentPort } from 'node:worker_threads';

// The reader of scans, with a second page that is poison to it.
parentPort?.on('message', (order: { readonly page?: number | null }) => {
  if (order.page === 1) process.exit(1);
});
await import('../src/adapters/scan-reader/scan-worker.ts');
