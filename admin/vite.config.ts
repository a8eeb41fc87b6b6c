import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { quasar } from '@quasar/vite-plugin';
import vue from '@vitejs/plugin-vue';
import { renderAltair } from 'altair-static';
import { defineConfig, type Plugin } from 'vitest/config';

const server = process.env['VECHE_API'] ?? 'http://localhost:4000';

/** The explorer of the API comes ready-made; its start is public/explorer/start.mjs, because no script may be inline. */
function explorer(): Plugin {
  return {
    name: 'veche-explorer',
    apply: 'build',
    closeBundle() {
      const folder = join(import.meta.dirname, 'dist', 'explorer');
      cpSync(dirname(createRequire(import.meta.url).resolve('altair-static/build/dist/index.html')), folder, {
        recursive: true,
        // It runs scripts of plugins from other places, which our policy forbids anyway.
        filter: (source) => !source.includes('iframe-sandbox'),
      });
      const page = renderAltair({ baseURL: '/explorer/', serveInitialOptionsInSeperateRequest: 'start.mjs' });
      writeFileSync(join(folder, 'index.html'), page);
    },
  };
}

/** Texts lie compressed beside themselves, so that the server only has to hand them over. */
function compressed(): Plugin {
  return {
    name: 'veche-compressed',
    apply: 'build',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const folder = join(import.meta.dirname, 'dist');
        for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          const file = join(folder, name);
          if (/\.(m?js|css|svg|json)$/.test(name) && statSync(file).size > 1024) {
            writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
          }
        }
      },
    },
  };
}

export default defineConfig({
  plugins: [vue(), quasar(), explorer(), compressed()],
  build: { outDir: 'dist', target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 800 },
  server: {
    host: '127.0.0.1',
    proxy: {
      // The server checks where a socket is opened from, and knows itself only.
      '/graphql': { target: server, ws: true, changeOrigin: true, rewriteWsOrigin: true },
      '/files': { target: server },
      '/explorer': { target: server },
    },
  },
  // One document a worker: what a test mounts, it takes down.
  test: { environment: 'happy-dom', isolate: false, include: ['src/**/*.test.ts'] },
});
