import { library } from '@gymgenius/catalog'
import { dateOf } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { holdLibrary, preparedHash, rememberHash, retireAllBut, writeLibrary } from './library.repository.ts'

/** Puts the library that ships with this program into the database; nothing is done when it is there already. */
export async function prepareLibrary(ctx: Ctx): Promise<void> {
  const { hash, movements } = library()
  if ((await preparedHash(ctx.db)) === hash) return
  await holdLibrary(ctx.db)
  if ((await preparedHash(ctx.db)) === hash) return // another server was quicker
  const now = dateOf(ctx.clock.now())
  await retireAllBut(
    ctx.db,
    movements.map(({ id }) => id),
    now,
  )
  await writeLibrary(ctx.db, movements, now)
  await rememberHash(ctx.db, hash, now)
  ctx.log.info({ movements: movements.length, hash }, 'movement library prepared')
}
