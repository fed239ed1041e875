import type { Prescription } from '@gymgenius/engine'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { afterPaint } from '../../lib/after-paint.ts'
import { ask } from '../../lib/engine/ask.ts'
import { queries } from '../../lib/queries.ts'
import type { SetRow } from './rows.ts'
import { type Coming, type Ground, questionOf, targetOf, type SetTarget } from './target.ts'

/**
 * The targets of the sets still to come, by the key of their row. What the engine was asked is the key of its answer, so an answer to
 * what is no longer so is not shown; until the new one is there the last one stands, and nothing jumps.
 */
export function useTargets(ground: Ground | undefined, rows: readonly SetRow[]): ReadonlyMap<string, SetTarget> {
  const coming = comingOf(rows)
  // The press is painted first: to put the question into words takes as long as a part of that.
  const [askedOn, askedFor] = [useDeferredValue(ground), useDeferredValue(rows)]
  const told = useQuery({ ...prescriptionsQuery(askedOn, comingOf(askedFor)), placeholderData: keepPreviousData }).data
  const targets = new Map<string, SetTarget>()
  if (ground === undefined || told === undefined) return targets
  for (const row of coming) {
    const prescription = told.get(row.key)
    if (prescription !== undefined) targets.set(row.key, targetOf(prescription, ground, row, rows))
  }
  return targets
}

/** The target of the set to do next when things stand as said; undefined where none is left, or nothing could work it out. */
export async function nextTargetOf(ground: Ground, rows: readonly SetRow[]): Promise<SetTarget | undefined> {
  const coming = comingOf(rows)
  const told = await queries.fetchQuery(prescriptionsQuery(ground, coming)).catch(() => undefined) // the very question of the screen
  const prescription = told?.get(coming[0]?.key ?? '')
  return prescription && targetOf(prescription, ground, coming[0]!, rows)
}

/** Asks for the targets of a screen that is not drawn yet, so that it is drawn with them. */
export const targetsAhead = (ground: Ground, rows: readonly SetRow[]) =>
  queries.fetchQuery(prescriptionsQuery(ground, comingOf(rows), () => Promise.resolve()))

const comingOf = (rows: readonly SetRow[]) => rows.filter((row): row is Coming => row.state === 'coming')

function prescriptionsQuery(ground: Ground | undefined, coming: readonly Coming[], before = afterPaint) {
  const question = ground && questionOf(ground, coming)
  const keys = coming.map(({ key }) => key)
  return queryOptions({
    queryKey: ['prescriptions', keys, question],
    // A question is written in one order: to sort the names of 120 sets for every look would hold up the screen.
    queryKeyHashFn: JSON.stringify,
    queryFn: async (): Promise<ReadonlyMap<string, Prescription>> => {
      await before() // the answer is seen in a later frame than the press
      const told = await ask('prescriptions', question!)
      return new Map(keys.map((key, i) => [key, told[i]!]))
    },
    enabled: question !== undefined && keys.length > 0,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  })
}
