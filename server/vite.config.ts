import { defineConfig } from 'vite';

/** The server as one file for `npm start`; packages stay in node_modules. */
export default defineConfig({
  build: {
    ssr: 'src/main.ts',
    target: 'node26',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      // GraphQL types and migrations are known by the names of their classes.
      output: { entryFileNames: 'main.js', keepNames: true, codeSplitting: false },
    },
  },
});
