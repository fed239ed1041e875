import type { Api } from '@gymgenius/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from './api.ts'
import { waitingKeyOf } from './kept-account.ts'
import { chosenLanguage, keepLanguage, language } from './language.ts'
import { inLock } from './locks.ts'
import { fetchLoads } from './logbook.ts'
import { Problem } from './problem.ts'
import { queries } from './queries.ts'
import { currentSession, useSession } from './session.ts'

export type Settings = Api['GET /v1/settings']['reply']

/** Until the server has answered once. What zone this is asks much of a cold browser, so it is asked only where nobody has said one. */
const defaults = (): Settings => ({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...unsaid })
const unsaid = {
  unit: 'kg',
  effortScale: 'rir',
  goalStrength: 0.5,
  isNovice: false,
  hasPain: false,
  language: 'auto',
  hand: 'right',
} as const

export const settingsQuery = () =>
  queryOptions({
    queryKey: ['settings', currentSession().account?.id],
    queryFn: async () => {
      await tellServer().catch(() => undefined)
      return remember({ ...(await call('GET /v1/settings', {})), ...waiting() })
    },
    placeholderData: rememberedSettings,
    staleTime: 60_000,
    enabled: currentSession().account !== undefined,
  })

/** How this lifter wants to see and be asked things; the last known answer when there is no network. */
export function useSettings(): Settings {
  useSession() // whose settings they are can change
  return useQuery(settingsQuery()).data ?? rememberedSettings()
}

/** What the gym can load, where the lifter has not said it, follows the unit. */
export const loadStepsKey = ['load-steps']

/** Changes settings here at once, a cellar included; the server is told now, or as soon as it can be reached. */
export function useChangeSettings() {
  return async (change: Partial<Settings>) => {
    keepWaiting({ ...waiting(), ...change })
    await queries.cancelQueries(settingsQuery()) // an answer from before the change would take it back
    show({ ...rememberedSettings(), ...change })
    await tellServer()
  }
}

/** Throws only what the server refused for good; everything else is told again later. */
const tellServer = () =>
  inLock(`${waitingKey()}.told`, async () => {
    const told = waiting()
    if (Object.keys(told).length === 0) return
    try {
      const settings = await call('PATCH /v1/settings', { body: told })
      forgetTold(told)
      show({ ...settings, ...waiting() })
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'request.invalid')) return
      forgetTold(told)
      await queries.invalidateQueries(settingsQuery())
      throw error
    }
    if (told.unit === undefined) return
    await queries.invalidateQueries({ queryKey: loadStepsKey })
    await fetchLoads()
  })

addEventListener('online', () => void tellServer().catch(() => undefined))

function show(settings: Settings) {
  queries.setQueryData(settingsQuery().queryKey, remember(settings))
}

/** What this device tells about its owner at sign-up, so that days and loads are theirs from the first minute. */
export async function introduceDevice() {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const unit = /-(US|LR|MM)\b/.test(locale) ? 'lb' : 'kg'
  show(await call('PATCH /v1/settings', { body: { timeZone, unit } }))
}

/** To be called after a sign-in: on a phone where nobody chose a language, that of the account. */
export async function takeAccountsLanguage() {
  show(await call('GET /v1/settings', {}))
  if ((chosenLanguage() ?? language) !== language) location.reload()
}

const key = () => `gymgenius.settings.${currentSession().account?.id ?? ''}`

export function rememberedSettings(): Settings {
  const kept = localStorage.getItem(key())
  if (kept === null) return defaults()
  try {
    return { ...unsaid, ...(JSON.parse(kept) as Settings) }
  } catch {
    return defaults()
  }
}

function remember(settings: Settings): Settings {
  if (settings.language !== 'auto' && chosenLanguage() === undefined) keepLanguage(settings.language)
  localStorage.setItem(key(), JSON.stringify(settings))
  return settings
}

const waitingKey = () => waitingKeyOf(currentSession().account?.id)

/** What the lifter changed and the server has not taken yet. */
function waiting(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(waitingKey()) ?? '{}') as Partial<Settings>
  } catch {
    return {}
  }
}

function keepWaiting(change: Partial<Settings>) {
  localStorage.setItem(waitingKey(), JSON.stringify(change))
}

/** What was changed once more while the server was told still waits. */
function forgetTold(told: Partial<Settings>) {
  const left = Object.entries(waiting()).filter(([name, value]) => told[name as keyof Settings] !== value)
  keepWaiting(Object.fromEntries(left))
}
