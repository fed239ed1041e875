/// <reference lib="webworker" />
import { timeNow } from '../lib/clock.ts'
import { SHARED } from '../lib/shared-file.ts'

declare const self: ServiceWorkerGlobalScope & {
  readonly appFiles: readonly { readonly url: string; readonly revision: string | null }[]
}

/** Filled in by the build: every file of the app, with a revision where its name does not carry one. */
const files = self.appFiles
const version = hash(files.map(({ url, revision }) => `${url}@${revision ?? ''}`).join('\n'))
const CACHE = `gymgenius-${version}`
const SHELL = '/index.html'
/** Where the phone posts a file that is shared to the app: `share_target` of the manifest. */
const SHARE_TARGET = '/import'

/** Requests that only the server may answer; nothing of them is ever kept here. */
const SERVER_ONLY = /^\/(v1|docs|openapi\.json|healthz|readyz|metrics)(\/|$)/

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(removeOldCaches()))
self.addEventListener('message', (event) => {
  // The page asks when nothing is being written; the sets themselves are in the journal, not here.
  if (event.data === 'take over') void self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method === 'POST' && url.origin === self.location.origin && url.pathname === SHARE_TARGET)
    return event.respondWith(keepShared(request))
  if (request.method !== 'GET' || url.origin !== self.location.origin || SERVER_ONLY.test(url.pathname)) return
  event.respondWith(answer(request))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(showApp())
})

async function install() {
  const cache = await caches.open(CACHE)
  const urls = new Set(files.map(({ url }) => `/${url}`)) // addAll refuses to take one twice
  await cache.addAll([...urls].map((url) => new Request(url, { cache: 'reload' })))
}

async function removeOldCaches() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('gymgenius-') && name !== CACHE).map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** A page is always the app itself; a file comes from the cache, then from the server, and only our own files are kept. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request.mode === 'navigate' ? SHELL : request, { ignoreVary: true })
  return kept ?? fetch(request)
}

/** Puts the file aside and opens the import, which shows what it holds before anything is kept. */
async function keepShared(request: Request): Promise<Response> {
  const file = (await request.formData()).get('file')
  if (file instanceof File) {
    const headers = { [SHARED.name]: encodeURIComponent(file.name), [SHARED.at]: String(timeNow()) }
    await (await caches.open(SHARED.cache)).put(SHARED.key, new Response(file, { headers }))
  }
  return Response.redirect(SHARE_TARGET, 303)
}

async function showApp() {
  const [client] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (client === undefined) await self.clients.openWindow('/today')
  else await client.focus()
}

/** Tells one build from another; collisions only cost a download. */
function hash(text: string) {
  let value = 5381
  for (let i = 0; i < text.length; i++) value = ((value * 33) ^ text.charCodeAt(i)) >>> 0
  return value.toString(36)
}
