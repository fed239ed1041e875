import { library, type LibraryMovement } from '@gymgenius/catalog'
import { type MovementId, dateOf } from '@gymgenius/domain'
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

let byId: ReadonlyMap<MovementId, LibraryMovement> | undefined

/** A movement of the library that ships with this program: no question to the database. */
export function libraryMovement(id: MovementId): LibraryMovement | undefined {
  byId ??= new Map(library().movements.map((movement) => [movement.id, movement]))
  return byId.get(id)
}
