import type { PatchId, ProgramId } from '@gymgenius/domain'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../lib/api.ts'
import { syncNow } from '../../../lib/logbook.ts'
import { useToast } from '../../../ui/toast.tsx'
import { PROGRAMS } from '../keys.ts'
import { changeWords as words } from './change-words.ts'
import { refusalText } from './refusals.ts'

/** What is done to a program on the server, then shown everywhere: on the screens, and among the plans that the phone holds. */
export function useDoing(id: ProgramId) {
  const queries = useQueryClient()
  const toast = useToast()

  async function refresh() {
    await queries.invalidateQueries({ queryKey: PROGRAMS })
    syncNow().catch(() => undefined) // the next round of syncing brings the same
  }
  /** Tells how it went; false where it did not. */
  async function attempt(act: () => Promise<unknown>, text: string, why: Parameters<typeof refusalText>[1]): Promise<boolean> {
    try {
      await act()
    } catch (error) {
      toast({ text: refusalText(error, why) })
      await refresh() // what was refused is told by a screen that is behind
      return false
    }
    toast({ text })
    await refresh()
    return true
  }
  const undo = (patch: PatchId) =>
    attempt(() => call('POST /v1/programs/{id}/changes/{patch}/undo', { params: { id, patch } }), words.undone, 'undo')

  return { refresh, attempt, undo, toast }
}
