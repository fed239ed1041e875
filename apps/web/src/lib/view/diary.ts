import type { DiaryEntry } from '@gymgenius/contracts'
import { queryOptions } from '@tanstack/react-query'
import { isoNow } from '../clock.ts'
import { newId } from '../ids.ts'
import { write } from '../logbook.ts'
import { entriesOf, type EntryOf } from './body-masses.ts'
import { local, theView, VIEW } from './read.ts'

/** What this phone knows of one kind, newest first. */
export const diaryQuery = <Kind extends DiaryEntry['kind']>(kind: Kind) =>
  queryOptions({
    queryKey: [VIEW, 'diary', kind],
    queryFn: async (): Promise<readonly EntryOf<Kind>[]> => (await entriesOf(await theView(), kind)).toReversed(),
    ...local,
  })

type Said<E> = E extends DiaryEntry ? Omit<E, 'id' | 'at' | 'source'> & { readonly at?: string } : never

/** Notes something; on this phone's disk when the promise resolves. */
export const noteInDiary = (...entries: readonly Said<DiaryEntry>[]) =>
  write(
    entries.map((fields) => ({
      entity: 'diary',
      entityId: newId<'diary_entry'>(),
      kind: 'put',
      fields: { at: isoNow(), source: 'manual', ...fields },
    })),
  )

export const deleteFromDiary = (id: string) => write([{ entity: 'diary', entityId: id, kind: 'delete' }])
