import { existsSync } from 'node:fs'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { firstFiles } from './first-files.ts'
import { libraryModule } from './library-module.ts'
import { manifest } from './manifest.ts'
import { wordlessWorkers, wordsModule } from './words-module.ts'

const api = process.env['GYMGENIUS_API'] ?? 'http://127.0.0.1:4000'
const toApi = Object.fromEntries(['/v1', '/openapi.json', '/docs', '/healthz'].map((path) => [path, { target: api }]))

/**
 * What every screen needs at once, kept together: cut into a chunk for each set of screens that shares a piece of it, it compresses worse,
 * by 5 KB of the logging route.
 */
const isBase =
  /\/(react|react-dom|scheduler|@tanstack\/(react-query|query-core)|idb)\/|createLucideIcon|\/src\/ui\/(button|classes|effort|load|skeleton|set-letters|notice|numbers|page|set-text|set-words|clock-text|toast)\.|\/src\/lib\/(api|clock|dates|in-flight|kept-account|logbook|logbook-messages|now|queries|router|rules|session|settings|snapshot|held-token|token|verdict|view\/(read|shown|show-rows|after-rows)|after-paint|engine\/(ask|engine))\./

/**
 * What the frame of the app and the set screen need beside that, and other screens share in pieces of a few hundred bytes: kept together
 * they are 3 KB less.
 */
const isFrame =
  /\/src\/(routes\/(app|screens|shell|routes|words|not-found|screen-fault)|features\/sync\/(notices|sync-dot|words)|features\/logging\/(draft|words|rest-alarm-bell|rest-alarm|use-alarm|use-rest|today|actions)|ui\/(effort-chips|empty-state|number-stepper)|lib\/(supersets|view\/body-masses))\.|\/engine\/src\/prescription\/loadable\.|\/domain\/src\/limits\.|\/icons\/(minus|plus|arrow-left-right|chevron-down)\./

/** Lists that are read page by page stand on later screens only. */
const isOfLists = /nfiniteQueryObserver|useInfiniteQuery/

/** What must have run before any word is read. */
const isLanguage = /\/src\/(lib\/(language|say)|ui\/formats)\.|virtual:words|preload-helper/

export default defineConfig({
  // The experimental native compiler; where its binary is missing the app still builds, only slower to re-render.
  plugins: [
    react({ compiler: existsSync(new URL('node_modules/oxc-transform-react', import.meta.url)) }),
    tailwindcss(),
    libraryModule(),
    wordsModule(),
    firstFiles(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/workers',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest,
      injectManifest: {
        injectionPoint: 'self.appFiles',
        globPatterns: ['**/*.{js,css,html,svg,png}', 'assets/*.json'],
        globIgnores: ['assets/phone*.js'], // what only the phone app loads: browsers neither fetch nor keep it
      },
    }),
  ],
  // Terser leaves the spaces of a module for others to bundle; the bundler's own minifier after it takes them too.
  worker: { format: 'es', plugins: () => [wordlessWorkers()], rolldownOptions: { output: { minify: true } } },
  build: {
    target: 'es2023',
    sourcemap: true,
    manifest: true,
    // The first two screens come with all their files at once; names of the files of every later one would weigh 2 KB more than they hasten.
    modulePreload: { resolveDependencies: (file, needed) => (/\/(start|today|workout)-/.test(file) ? needed : []) },
    // 3 % less to load than the minifier vite brings.
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true }, mangle: false },
    // Constants stay constants, and the minifier writes them where they are used: 0.4 KB of the logging route.
    rolldownOptions: {
      output: {
        topLevelVar: false,
        minify: true,
        // Screens are named by what is in them alone: fifty names are 0.4 KB of what is loaded first.
        chunkFileNames: ({ name }) =>
          /^(start|today|workout|base|language|phone)/.test(name) ? 'assets/[name]-[hash].js' : 'assets/[hash:7].js',
        codeSplitting: {
          groups: [
            { name: 'language', test: isLanguage, priority: 1 },
            { name: 'base', test: (id: string) => (isBase.test(id) || isFrame.test(id)) && !isOfLists.test(id) },
          ],
        },
      },
    },
  },
  server: { proxy: toApi },
  preview: { proxy: toApi },
})
