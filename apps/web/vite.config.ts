import { existsSync } from 'node:fs'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { manifest } from './manifest.ts'

const api = process.env['GYMGENIUS_API'] ?? 'http://127.0.0.1:4000'
const toApi = Object.fromEntries(['/v1', '/openapi.json', '/docs', '/healthz'].map((path) => [path, { target: api }]))

export default defineConfig({
  // The experimental native compiler; where its binary is missing the app still builds, only slower to re-render.
  plugins: [
    react({ compiler: existsSync(new URL('node_modules/oxc-transform-react', import.meta.url)) }),
    tailwindcss(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/workers',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest,
      injectManifest: { injectionPoint: 'self.appFiles', globPatterns: ['**/*.{js,css,html,svg,png}'] },
    }),
  ],
  // Terser leaves the spaces of a module for others to bundle; the bundler's own minifier after it takes them too.
  worker: { format: 'es', rolldownOptions: { output: { minify: true } } },
  build: {
    target: 'es2023',
    sourcemap: true,
    manifest: true,
    // 3 % less to load than the minifier vite brings.
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true } },
    // Constants stay constants, and the minifier writes them where they are used: 0.4 KB of the logging route.
    rolldownOptions: { output: { topLevelVar: false, minify: true } },
  },
  server: { proxy: toApi },
  preview: { proxy: toApi },
})
