import { useState } from 'react'
import { everything, type Filter } from './filter.ts'

const PAGE = 60

interface Kept {
  readonly filter: Filter
  /** How many rows are drawn: a phone draws 60 at once, not a thousand. */
  readonly shown: number
}

/** Until the app is closed: who comes back from a movement finds the list as it was, at the same place. */
let kept: Kept = { filter: everything, shown: PAGE }

export function useKeptFilter() {
  const [state, setState] = useState(kept)
  const become = (next: Kept) => {
    kept = next
    setState(next)
  }
  return {
    ...state,
    setFilter: (filter: Filter) => become({ filter, shown: PAGE }),
    showMore: () => become({ ...state, shown: state.shown + PAGE }),
  }
}
