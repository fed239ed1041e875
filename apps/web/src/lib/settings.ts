import type { Api } from '@gymgenius/contracts'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './api.ts'
import { fetchLoads } from './logbook.ts'
import { queries } from './queries.ts'
import { currentSession, useSession } from './session.ts'

export type Settings = Api['GET /v1/settings']['reply']

/** Until the server has answered once. */
const defaults = (): Settings => ({
  unit: 'kg',
  effortScale: 'rir',
  goalStrength: 0.5,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  isNovice: false,
  hasPain: false,
})

export const settingsQuery = () =>
  queryOptions({
    queryKey: ['settings', currentSession().account?.id],
    queryFn: async () => remember(await call('GET /v1/settings', {})),
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

/** Changes settings on the server, then here. Needs a connection. */
export function useChangeSettings() {
  const queries = useQueryClient()
  return async (change: Partial<Settings>) => {
    const settings = remember(await call('PATCH /v1/settings', { body: change }))
    queries.setQueryData(settingsQuery().queryKey, settings)
    if (change.unit !== undefined) {
      await queries.invalidateQueries({ queryKey: loadStepsKey })
      await fetchLoads()
    }
    return settings
  }
}

/** What this device tells about its owner at sign-up, so that days and loads are theirs from the first minute. */
export async function introduceDevice() {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const unit = /-(US|LR|MM)\b/.test(locale) ? 'lb' : 'kg'
  const settings = remember(await call('PATCH /v1/settings', { body: { timeZone, unit } }))
  queries.setQueryData(settingsQuery().queryKey, settings)
}

const key = () => `gymgenius.settings.${currentSession().account?.id ?? ''}`

export function rememberedSettings(): Settings {
  const kept = localStorage.getItem(key())
  if (kept === null) return defaults()
  try {
    return { ...defaults(), ...(JSON.parse(kept) as Settings) }
  } catch {
    return defaults()
  }
}

function remember(settings: Settings): Settings {
  localStorage.setItem(key(), JSON.stringify(settings))
  return settings
}
