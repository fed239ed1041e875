import { call } from './api.ts'
import { timeNow } from './clock.ts'
import { inLock } from './locks.ts'
import { logbookStatus } from './logbook.ts'
import { Problem } from './problem.ts'
import { heard, refuse, waitingRules } from './said-rules.ts'
import type { SaidRule } from './with-said.ts'

/**
 * Tells the server what waits, oldest first; each request says how things should be, so it may be repeated. Without a network all
 * of it goes on waiting. What the server refuses is given up if it is `mine`, as the caller hears of it; else the lifter is asked.
 */
export const tellRules = (mine: SaidRule | undefined, onHeard: (said: SaidRule) => void): Promise<void> =>
  inLock('gymgenius-rules', async () => {
    // A movement of the lifter's own has to arrive before what is said of it.
    if (logbookStatus().unsynced > 0) return
    for (const said of waitingRules()) {
      try {
        await tell(said)
      } catch (error) {
        if (!(error instanceof Problem)) return
        if (!isRefusal(error)) return
        if (mine === undefined || said.of !== mine.of || said.id !== mine.id) {
          refuse(said, error.code)
          continue
        }
        heard(said)
        throw error
      }
      onHeard(said)
      heard(said)
    }
  })

/** It will never be taken; anything else may be tomorrow. */
const isRefusal = ({ code }: Problem) => code.startsWith('movements.') || code === 'logging.id_taken' || code === 'request.invalid'

async function tell(said: SaidRule): Promise<void> {
  const params = { id: said.id } as never
  if (said.of === 'rule') await call('PUT /v1/rules/movements/{id}', { params, body: { rule: said.rule } })
  else if (said.of === 'favourite') {
    if (said.isFavourite) await call('PUT /v1/favourites/{id}', { params })
    else await call('DELETE /v1/favourites/{id}', { params })
  } else await tellPain(said)
}

async function tellPain({ id, pain, isNew }: Extract<SaidRule, { of: 'pain' }>): Promise<void> {
  const { joint, severity, until } = pain
  if (isNew && Date.parse(until) <= timeNow()) return // it came and went before anybody was told
  if (isNew) await call('POST /v1/constraints', { body: { id, joint, severity, until } })
  // Also after making it: it may have been made by an earlier try, and changed since.
  await call('PATCH /v1/constraints/{id}', { params: { id }, body: { severity, until } })
}
