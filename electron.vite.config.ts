import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { commandLineBundle } from './scripts/command-line-bundle'

// Targets suit both runtimes the project starts with: the pinned Electron and the registry fallback (Electron 33).
const node = 'node20.18'
const chrome = 'chrome130'

export default defineConfig({
  main: {
    plugins: [commandLineBundle()],
    build: {
      target: node,
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: resolve('src-main/shell/main.ts'),
          background: resolve('src-main/shell/background.ts'),
          analyst: resolve('src-main/shell/analyst-process.ts'),
          cmos: resolve('src-main/cli/cmos.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      outDir: 'out/preload',
      // A sandboxed preload must be one CommonJS file.
      rollupOptions: {
        input: resolve('src-preload/preload.ts'),
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    resolve: {
      alias: {
        // Its browser version decodes `&lt;` by setting innerHTML, which the page's policy (trusted types) refuses.
        'decode-named-character-reference': resolve('node_modules/decode-named-character-reference/index.js'),
      },
    },
    build: {
      target: chrome,
      outDir: 'out/renderer',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // The page is read from disk, not sent over a wire.
      chunkSizeWarningLimit: 900,
      // Half the script to parse before the first view shows.
      minify: true,
      rollupOptions: { input: resolve('src-renderer/index.html') },
    },
  },
})
