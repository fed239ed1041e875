import { daysBefore, instantOf, isoOf, type Kilograms, type Movement } from '@gymgenius/domain'
import type { Readiness } from '@gymgenius/engine'
import { queryOptions } from '@tanstack/react-query'
import { timeNow } from '../clock.ts'
import { entriesOf, weighingsIn } from './body-masses.ts'
import { local, theView, VIEW } from './read.ts'

const DAYS_READ = 61

/** How rested the lifter is for a movement, worked out as the server does; null where nothing was noted today. */
export const readinessQuery = (movement: Pick<Movement, 'id' | 'muscles'>) =>
  queryOptions({
    queryKey: [VIEW, 'readiness', movement.id],
    queryFn: async (): Promise<Readiness | null> => {
      const view = await theView()
      const now = timeNow()
      const from = isoOf(daysBefore(now, DAYS_READ))
      const [recovery, soreness] = [await entriesOf(view, 'recovery', from), await entriesOf(view, 'soreness', from)]
      if (recovery.length + soreness.length === 0) return null
      const { readinessFrom, sorenessGroups } = await import('@gymgenius/engine/readiness')
      return readinessFrom(recovery.map(timed), soreness.map(timed), sorenessGroups(movement.muscles), now) ?? null
    },
    ...local,
  })

/** What the lifter weighed when. */
export const weighingsQuery = (undated: Kilograms | undefined) =>
  queryOptions({
    queryKey: [VIEW, 'weighings', undated],
    queryFn: async () => weighingsIn(await theView(), undated ?? null),
    ...local,
  })

const timed = <Entry extends { readonly at: string }>(entry: Entry) => ({ ...entry, at: instantOf(entry.at) })
