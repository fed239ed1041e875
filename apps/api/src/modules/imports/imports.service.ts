import { type Import, Problem } from '@gymgenius/contracts'
import { daysBefore, type ImportId } from '@gymgenius/domain'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import * as repository from './imports.repository.ts'
import { shown } from './shown.ts'

const NEWEST = 200
const DAYS_TO_DECIDE = 1

export async function listImports(ctx: Ctx, actor: Athlete): Promise<{ items: Import[] }> {
  return { items: (await repository.importsOf(ctx.db, actor.athleteId, NEWEST)).map(shown) }
}

export async function findImport(ctx: Ctx, actor: Athlete, id: ImportId): Promise<Import> {
  const record = await repository.findImport(ctx.db, actor.athleteId, id)
  if (record === undefined) throw new Problem('imports.not_found', { id })
  return shown(record)
}

/** Files are kept for as long as somebody may still decide on them, and no longer. */
export async function forgetUndecided(ctx: Ctx): Promise<void> {
  await actingAs(ctx, system, (ctx) => repository.dropPreviewsBefore(ctx.db, daysBefore(ctx.clock.now(), DAYS_TO_DECIDE)))
}
