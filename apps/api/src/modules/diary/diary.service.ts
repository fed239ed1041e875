import { type ActivityDefinition, Problem } from '@gymgenius/contracts'
import { activities, type DiaryEntryId, type DiaryKind, instantOf, knownActivities } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { type Page, pageOf } from '../../platform/pages.ts'
import { type EntryRecord, listEntries } from './diary.repository.ts'
import { changeEntry, kindless, makeEntry, MOST_ACTIVITIES, removeEntry, type Saying } from './entries.service.ts'

interface Range extends Page {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What the doors of one kind do. */
export function notesOf<Shown>(kind: DiaryKind) {
  return {
    async list(ctx: Ctx, { athleteId }: Athlete, { from, to, ...page }: Range): Promise<{ items: Shown[]; nextCursor?: string }> {
      const span = { from: from === undefined ? undefined : instantOf(from), to: to === undefined ? undefined : instantOf(to) }
      const { items, ...rest } = await pageOf(
        page,
        (limit, before) => listEntries(ctx.db, athleteId, kind, limit, { ...span, before }),
        ({ at, id }) => ({ at, id }),
      )
      return { items: items.map((entry) => kindless<Shown>(entry)), ...rest }
    },
    /** The same request again changes nothing and is answered alike. */
    async add(ctx: Ctx, actor: Athlete, said: Saying & { readonly id?: DiaryEntryId | undefined }): Promise<Shown> {
      return kindless<Shown>(await addedBy(ctx, actor, kind, said))
    },
    async put(ctx: Ctx, { athleteId }: Athlete, id: DiaryEntryId, said: Saying): Promise<Shown> {
      const changed = await changeEntry(ctx, athleteId, id, said, { kind, isWhole: true })
      if (changed === undefined) throw new Problem('diary.entry_not_found')
      return kindless<Shown>(changed)
    },
    async remove(ctx: Ctx, { athleteId }: Athlete, id: DiaryEntryId): Promise<void> {
      if (!(await removeEntry(ctx, athleteId, id, kind))) throw new Problem('diary.entry_not_found')
    },
  }
}

async function addedBy(
  ctx: Ctx,
  { athleteId }: Athlete,
  kind: DiaryKind,
  { id, ...said }: Saying & { readonly id?: DiaryEntryId | undefined },
): Promise<EntryRecord> {
  refuseUnbelievableId(ctx, id)
  const made = await makeEntry(ctx, athleteId, id ?? ctx.ids.next<DiaryEntryId>(), kind, said)
  if (made === 'taken') throw new Problem('logging.id_taken')
  if (made === 'not_theirs') throw new Problem('diary.entry_not_found') // no more is said
  return made
}

export async function listActivitiesOf(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: ActivityDefinition[] }> {
  const own = await listEntries(ctx.db, athleteId, 'activity', MOST_ACTIVITIES)
  const known = knownActivities.map((key) => ({ key, name: nameOf(key), metrics: [...activities[key]] }))
  return { items: [...own.map(definitionOf), ...known] }
}

export const addActivityOf = async (ctx: Ctx, actor: Athlete, said: Saying & { readonly id?: DiaryEntryId | undefined }) =>
  definitionOf(await addedBy(ctx, actor, 'activity', said))

const definitionOf = ({ id, said }: EntryRecord) => ({ id, ...said }) as ActivityDefinition

const nameOf = (key: string) => key[0]!.toUpperCase() + key.slice(1).replaceAll('_', ' ')
