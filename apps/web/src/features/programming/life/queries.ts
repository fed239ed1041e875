import type { ProgramId } from '@gymgenius/domain'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api.ts'
import { programKey } from '../keys.ts'
import { askedOrKept } from './kept-program.ts'
import type { Change } from './types.ts'

export const programQuery = (id: ProgramId) =>
  queryOptions({
    queryKey: programKey(id),
    queryFn: () =>
      askedOrKept(
        'program',
        id,
        () => call('GET /v1/programs/{id}', { params: { id } }),
        ({ state }) => state === 'active',
      ),
  })

export const agendaQuery = (id: ProgramId) =>
  queryOptions({
    queryKey: [...programKey(id), 'agenda'],
    queryFn: () =>
      askedOrKept(
        'agenda',
        id,
        () => call('GET /v1/programs/{id}/agenda', { params: { id } }),
        ({ startedOn }) => startedOn !== undefined,
      ),
  })

export const changesQuery = (id: ProgramId) =>
  queryOptions({ queryKey: [...programKey(id), 'changes'], queryFn: () => call('GET /v1/programs/{id}/changes', { params: { id } }) })

/** An answer is about the plan as it was when it was asked: none is kept. */
export const whatIfQuery = (id: ProgramId, change: Change) =>
  queryOptions({
    queryKey: [...programKey(id), 'what-if', change],
    queryFn: () => call('POST /v1/programs/{id}/what-if', { params: { id }, body: { change } }),
    staleTime: Infinity,
    gcTime: 0,
  })
