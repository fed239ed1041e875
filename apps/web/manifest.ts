import type { ManifestOptions } from 'vite-plugin-pwa'

/** What a phone shows when the app is put on its home screen. */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'GymGenius',
  short_name: 'GymGenius',
  description: 'Strength training that tells you what to lift next, and why.',
  lang: 'en',
  start_url: '/today',
  scope: '/',
  display: 'standalone',
  orientation: 'any',
  background_color: '#0f172a',
  theme_color: '#0f172a',
  categories: ['fitness', 'health', 'sports'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
  shortcuts: [{ name: 'Today', url: '/today' }],
  // An export of another app can be shared straight to this one; the service worker takes it.
  share_target: {
    action: '/import',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      files: [
        { name: 'file', accept: ['.csv', '.json', '.txt', 'text/csv', 'text/plain', 'text/comma-separated-values', 'application/json'] },
      ],
    },
  },
}
