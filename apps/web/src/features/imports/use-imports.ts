import type { Api } from '@gymgenius/contracts'
import { Problem } from '../../lib/problem.ts'
import type { ImportId, LoadUnit, MovementId } from '@gymgenius/domain'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../lib/api.ts'
import { fetchTelling, type Sent } from '../../lib/fetch-telling.ts'
import { syncNow } from '../../lib/logbook.ts'
import { settingsQuery } from '../../lib/settings.ts'

export type Import = Api['GET /v1/imports/{id}']['reply']
export type MovementChoices = Readonly<Record<string, MovementId | null>>

export type DateOrder = 'dmy' | 'mdy'

/** What the lifter says of a file that does not say it itself. */
export interface FileSaid {
  readonly unit?: LoadUnit
  readonly dateOrder?: DateOrder
}

/** True when every date of the file could be read in two ways, so that the server will not guess. */
export const asksDateOrder = (error: unknown) =>
  error instanceof Problem && error.code === 'imports.ambiguous_format' && error.facts['about'] === 'dateOrder'

const POLL_MS = 400

/** Asked again while one of them is being kept or taken back. */
export const importsQuery = () =>
  queryOptions({
    queryKey: ['imports'],
    queryFn: () => call('GET /v1/imports', {}),
    refetchInterval: (query) =>
      query.state.data?.items.some(({ status }) => status === 'undoing' || status === 'committing') === true ? POLL_MS : false,
  })

/** One import, asked again while it is being kept; when it is, its sets are fetched to this phone at once. */
export function useImport(id: ImportId | undefined, isKeeping: boolean) {
  const found = useQuery({
    queryKey: ['imports', id],
    queryFn: () => call('GET /v1/imports/{id}', { params: { id: id! } }),
    enabled: id !== undefined,
    refetchInterval: (query) => (isKeeping || query.state.data?.status === 'committing' ? POLL_MS : false),
  })
  const isKept = found.data?.status === 'committed'

  // Fetching is an act of the logbook, which knows nothing of imports.
  useEffect(() => {
    if (isKept) fetchChanges()
  }, [isKept])

  return found
}

export const fetchChanges = () => void syncNow().catch(() => undefined) // it tries again by itself

/** How a file on its way is stopped, and who hears how far it is. */
export interface Sending {
  readonly signal: AbortSignal
  readonly tell: (sent: Sent) => void
}

/** The three acts of an import; each leaves the list and the import itself fresh. */
export function useImportActs() {
  const queries = useQueryClient()
  const remember = (value: Import) => {
    queries.setQueryData(['imports', value.id], value)
    void queries.invalidateQueries({ queryKey: importsQuery().queryKey, exact: true })
    return value
  }
  return {
    preview: async (file: File, { unit, dateOrder }: FileSaid, { signal, tell }: Sending) => {
      const form = new FormData()
      if (unit !== undefined) form.set('unit', unit)
      if (dateOrder !== undefined) form.set('dateOrder', dateOrder)
      form.set('file', file)
      return remember(await call('POST /v1/imports', { form, signal, fetch: fetchTelling(tell) }))
    },
    commit: async (id: ImportId, movements: MovementChoices, settings: boolean) => {
      const kept = await call('POST /v1/imports/{id}/commit', { params: { id }, body: { movements: { ...movements }, settings } })
      if (settings) await queries.invalidateQueries(settingsQuery())
      return remember(kept)
    },
    /** True when it is gone; a large one goes on, and the list says how far it is. */
    undo: async (id: ImportId) => {
      await call('DELETE /v1/imports/{id}', { params: { id } })
      fetchChanges()
      await queries.invalidateQueries({ queryKey: importsQuery().queryKey })
      return queries.getQueryData(importsQuery().queryKey)?.items.some((item) => item.id === id && item.status === 'undoing') !== true
    },
  }
}
