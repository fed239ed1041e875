import type { Query } from '@tanstack/react-query'
import { queries } from '../queries.ts'
import { afterRows } from './after-rows.ts'
import type { ShownRow } from './merge.ts'
import { VIEW } from './read.ts'

/** What sets and workouts are only counted or added up in: read again. Everything else has nothing of them. */
const readAgain: ReadonlySet<unknown> = new Set(['trained', 'allSets', 'stamp', 'prior', 'row'])

/** Puts rows of sets and workouts, as the view has them now, where they were read before: to read 200 sets again for each new one would hold up the screen. */
export function showRows(rows: readonly ShownRow[]) {
  for (const query of queries.getQueryCache().findAll({ queryKey: [VIEW] })) {
    const { queryKey, state } = query
    const what = queryKey[1]
    if (what !== 'workout' && what !== 'workouts' && what !== 'sets') {
      if (readAgain.has(what)) again(query)
    } else if (state.fetchStatus !== 'idle') {
      onceRead(query)
    } else if (state.data !== undefined) {
      const after = afterRows(queryKey, state.data, rows)
      if (after === undefined) again(query)
      else if (after !== state.data) queries.setQueryData(queryKey, after)
    }
  }
}

/** What is being read may be from before or after what has changed: it is read once more. */
export const onceRead = (query: Query) => void query.promise?.catch(() => undefined).then(() => again(query))

const again = ({ queryKey }: Query) => void queries.invalidateQueries({ queryKey, exact: true })
