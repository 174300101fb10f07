import { defineConfig } from 'vite';

const desk = process.env.LEDGERDESK_URL ?? 'http://127.0.0.1:3000';
const proxied = ['/v1', '/auth', '/api', '/health', '/openapi.json'];

export default defineConfig({
  root: import.meta.dirname,
  // The pure libraries are taken as sources, as the server's tests take them.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    // Browsers that know light-dark(): a rewritten one would follow the system, not the switch.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    manifest: true,
    // A data: URL would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Libraries mark their files for servers that render; there are none here.
      onLog: (level, log, say) => log.code === 'MODULE_LEVEL_DIRECTIVE' || say(level, log),
    },
  },
  server: {
    port: 5173,
    // The desk checks where a browser's request comes from; it must look as if it came from the desk's own pages.
    proxy: Object.fromEntries(
      proxied.map((path) => [path, { target: desk, changeOrigin: true, headers: { origin: desk } }]),
    ),
  },
});
