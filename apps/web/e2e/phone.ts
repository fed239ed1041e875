import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { takeWebFiles } from '../../shell/src/web-files.ts'
import { test as base } from './product.ts'

export { expect } from './product.ts'

/** What the phone app's window is at, on Android. */
const ORIGIN = 'https://localhost'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

export interface Scheduled {
  readonly id: number
  readonly title: string
  readonly body: string
  readonly schedule: { readonly at: string }
  readonly actionTypeId: string
}

/** The system as the window knows it: what it was asked, what it answers, and what the lifter presses. */
declare global {
  interface Window {
    phone: {
      /** Notifications that wait. */
      scheduled: Scheduled[]
      actions: string[]
      press(actionId: string): void
    }
  }
}

/** The vendor's own bridge, which Android puts before the page. */
const bridge = readFileSync(
  createRequire(new URL('../../shell/package.json', import.meta.url)).resolve(
    '@capacitor/android/capacitor/src/main/assets/native-bridge.js',
  ),
  'utf8',
)

const METHODS = [
  'schedule',
  'cancel',
  'checkPermissions',
  'requestPermissions',
  'checkExactNotificationSetting',
  'createChannel',
  'registerActionTypes',
  'removeDeliveredNotificationsById',
]

/** A phone with the app installed, out of the very files that `make native` packs, and nothing else at its origin. */
export const test = base.extend<{ inTheApp: BrowserContext }>({
  inTheApp: async ({ context }, use) => {
    const files = mkdtempSync(join(tmpdir(), 'gymgenius-app-'))
    takeWebFiles('apps/web/dist', files)
    await context.route(`${ORIGIN}/**`, async (route) => {
      const { pathname } = new URL(route.request().url())
      const file = extname(pathname) === '' ? '/index.html' : pathname // as the vendor's local server does
      try {
        await route.fulfill({ body: readFileSync(join(files, file)), contentType: TYPES[extname(file)] ?? 'application/octet-stream' })
      } catch {
        await route.fulfill({ status: 404 })
      }
    })
    // The server of the tests is on this very machine; Chromium would ask the lifter whether a page may speak to it.
    await context.grantPermissions(['local-network-access'], { origin: ORIGIN })
    await context.addInitScript(standInForTheSystem, METHODS)
    await context.addInitScript({ content: bridge })
    await use(context)
    rmSync(files, { recursive: true, force: true })
  },
  baseURL: ORIGIN,
})

/** Runs in the page, before all else: the part of the phone that is not JavaScript. */
function standInForTheSystem(methods: readonly string[]) {
  interface Call {
    readonly callbackId: string
    readonly methodName: string
    readonly options: Record<string, never>
  }
  const listeners: Call[] = []
  /** What the lifter answers when asked; kept through a reload. */
  const kept = 'test.permission'
  const permission = () => localStorage.getItem(kept) ?? 'prompt'
  const receivers: { onmessage?: (event: { data: string }) => void } = {}
  const answer = ({ callbackId }: Call, data: unknown, save = false) =>
    receivers.onmessage?.({ data: JSON.stringify({ callbackId, pluginId: 'LocalNotifications', success: true, save, data }) })
  const doings: Record<string, (options: never) => unknown> = {
    schedule: ({ notifications }: { notifications: Window['phone']['scheduled'] }) => {
      const ids = new Set(notifications.map(({ id }) => id))
      window.phone.scheduled = [...window.phone.scheduled.filter(({ id }) => !ids.has(id)), ...notifications]
      return { notifications: notifications.map(({ id }) => ({ id })) }
    },
    cancel: ({ notifications }: { notifications: { id: number }[] }) => {
      const ids = new Set(notifications.map(({ id }) => id))
      window.phone.scheduled = window.phone.scheduled.filter(({ id }) => !ids.has(id))
    },
    registerActionTypes: ({ types }: { types: { actions: { id: string }[] }[] }) => {
      window.phone.actions = types.flatMap(({ actions }) => actions.map(({ id }) => id))
    },
    checkPermissions: () => ({ display: permission() }),
    requestPermissions: () => {
      if (permission() === 'prompt') localStorage.setItem(kept, 'granted')
      return { display: permission() }
    },
    checkExactNotificationSetting: () => ({ exact_alarm: 'granted' }),
  }
  window.phone = {
    scheduled: [],
    actions: [],
    press: (actionId) => {
      for (const listener of listeners) answer(listener, { actionId, notification: { id: 1 } }, true)
    },
  }
  Object.assign(window, {
    androidBridge: Object.assign(receivers, {
      postMessage(text: string) {
        const call = JSON.parse(text) as Call
        if (call.methodName === 'addListener') return void listeners.push(call)
        queueMicrotask(() => answer(call, doings[call.methodName]?.(call.options as never)))
      },
    }),
    WEBVIEW_SERVER_URL: location.origin,
    Capacitor: {
      DEBUG: false,
      isLoggingEnabled: false,
      Plugins: {},
      PluginHeaders: [
        {
          name: 'LocalNotifications',
          methods: [{ name: 'addListener' }, { name: 'removeListener' }, ...methods.map((name) => ({ name, rtype: 'promise' }))],
        },
      ],
    },
  })
}
