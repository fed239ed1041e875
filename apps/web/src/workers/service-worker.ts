/// <reference lib="webworker" />
import { timeNow } from '../lib/clock.ts'
import { actionsOf, actSeconds, isRestAct, keepRest, keptRest, type RestAct } from '../lib/kept-rest.ts'
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
  // A page that was opened in the very moment of `activate` was not there yet to be claimed.
  if (event.data === 'claim') event.waitUntil(self.clients.claim())
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
  event.waitUntil(isRestAct(event.action) ? pressed(event.action) : showApp())
})
self.addEventListener('push', (event) => event.waitUntil(ring()))

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

const pages = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true })

/** A browser lets a worker wait about so long. */
const MOST_WAIT_MS = 30_000

/** Rings when the rest as it stands now is over: it may have been made longer here, where the server did not hear of it. */
async function ring() {
  const leftMs = ((await keptRest())?.endsAt ?? 0) - timeNow()
  if (leftMs > 0) await new Promise((over) => setTimeout(over, Math.min(leftMs, MOST_WAIT_MS)))
  if ((await pages()).some(({ visibilityState }) => visibilityState === 'visible')) return
  const kept = await keptRest()
  const actions = kept === undefined ? [] : actionsOf(kept, true)
  const options = {
    body: kept?.says.next ?? '',
    tag: 'rest',
    renotify: true,
    icon: '/icons/icon-192.png',
    vibrate: [200, 100, 200],
    actions,
  }
  await self.registration.showNotification(kept?.says.over ?? 'Rest is over', options)
}

/** Pressed on a notification: a page does it where there is one; else it is done here, and the next page hears of it. */
async function pressed(act: RestAct) {
  const [page] = await pages()
  if (page !== undefined) return page.postMessage(act)
  const kept = await keptRest()
  if (kept === undefined) return
  const all = [...(kept.pressed ?? []), act]
  if (act === 'done') return keepRest({ ...kept, endsAt: undefined, pressed: all })
  const from = act === 'more' ? Math.max(kept.endsAt ?? 0, timeNow()) : (kept.endsAt ?? timeNow())
  await keepRest({ ...kept, endsAt: from + actSeconds[act] * 1000, pressed: all })
  if (from + actSeconds[act] * 1000 - timeNow() <= MOST_WAIT_MS) await ring()
}

/** Tells one build from another; collisions only cost a download. */
function hash(text: string) {
  let value = 5381
  for (let i = 0; i < text.length; i++) value = ((value * 33) ^ text.charCodeAt(i)) >>> 0
  return value.toString(36)
}
