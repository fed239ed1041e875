import { faultText } from '../../../lib/api.ts'
import { Problem } from '../../../lib/problem.ts'
import { Unreachable } from '../../../lib/unreachable.ts'
import { againWords } from './again-words.ts'
import { changeWords as words } from './change-words.ts'
import type { Change } from './types.ts'

type Wanted = Change['kind'] | 'undo' | 'accept' | 'refuse' | 'start' | 'mark' | 'again'

/** Why it did not come to that, by what was wanted: the same refusal of the server means one thing to who undoes and another to who asks. */
export function refusalText(error: unknown, wanted: Wanted): string {
  if (error instanceof Unreachable) return words.needsServer
  if (!(error instanceof Problem)) return faultText(error)
  if (error.code === 'programming.patch_conflict')
    return wanted === 'undo' ? words.undoConflict : wanted === 'accept' ? words.acceptConflict : words.changeConflict
  if (error.code === 'programming.patch_decided') return words.decided
  if (error.code === 'programming.nothing_left')
    return wanted === 'fit' ? words.fitsAlready : wanted === 'again' ? againWords.nothingLeft : words.nothingDifferent
  return faultText(error)
}
