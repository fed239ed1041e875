import { useEffect } from 'react'
import { withWords } from '../../lib/language.ts'
import { queries } from '../../lib/queries.ts'
import { movementsQuery } from '../../lib/view/read.ts'
import { listenForKeys } from './keys.ts'
import { useSilence } from './silence.ts'

/** Shows nothing: sees whether a workout was forgotten, hears the keys, and has what is pressed first ready, so that it opens at once. */
export function Standing() {
  useSilence()

  // Keys are pressed wherever the page has its focus.
  useEffect(() => {
    const left = new AbortController()
    listenForKeys(left.signal)
    loadPanels().catch(() => undefined)
    void queries.prefetchQuery(movementsQuery())
    return () => left.abort()
  }, [])

  return null
}

const loadPanels = withWords(() => import('./panels.ts'))
