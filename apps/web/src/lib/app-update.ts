import { useSyncExternalStore } from 'react'
import { isPhoneApp } from './server.ts'

/** A newer version of the app that waits until the lifter lets it in. */
let waiting: ServiceWorker | undefined
const listeners = new Set<() => void>()

const LOOK_AGAIN_MS = 30 * 60_000

/** Makes the app open without a network. Browsers allow it on https and on this machine only; the phone app brings its files along. */
export async function installServiceWorker() {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV || isPhoneApp()) return
  const registration = await navigator.serviceWorker.register('/service-worker.js', { scope: '/', updateViaCache: 'none' })
  const look = () => {
    waiting = registration.waiting ?? undefined
    for (const listener of listeners) listener()
  }
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  setInterval(() => registration.update().catch(() => undefined), LOOK_AGAIN_MS)
  const { active } = await navigator.serviceWorker.ready
  if (navigator.serviceWorker.controller === null) active?.postMessage('claim')
}

export const useAppUpdate = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting !== undefined && navigator.serviceWorker.controller !== null,
  )

/** Starts the new version. What was logged is in the journal and goes on from there. */
export function startNewVersion() {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage('take over')
}
