import { library, type MatchReason, nameKey, nameMatcher, nameSuggester } from '@gymgenius/catalog'
import { type AthleteId, dateOf, type ImportId, limits, type Movement, type MovementId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import { type Ctx, request } from '../../platform/context.ts'
import { guessed } from './guesses.ts'
import { libraryMovement } from './library-movements.ts'
import { movementsFor } from './movements.service.ts'
import { meaningsRemembered } from './remembered-names.service.ts'
import { deleteOwn, idsMadeByImport, insertOwn, type OwnMovement, ownMovements } from './movements.repository.ts'

/** What a name was taken for, how surely, and why; `confirmed`: the lifter said so before. */
export interface NameMeaning {
  readonly movement: Movement
  readonly confidence: number
  readonly reason: MatchReason | 'confirmed'
}

/**
 * The movement each name means, where one is certain enough: what the lifter said before, then their own, then the library's.
 * Others are absent.
 */
export async function matchNames(ctx: Ctx, athleteId: AthleteId, names: readonly string[]): Promise<Map<string, NameMeaning>> {
  const remembered = await meaningsRemembered(ctx, athleteId, names)
  const known = await movementsFor(ctx, athleteId, remembered.values())
  const own = nameMatcher<Movement>(await ownMovements(ctx.db, athleteId))
  const shipped = (libraryMatcher ??= nameMatcher<Movement>(library().movements))
  const matches = new Map<string, NameMeaning>()
  for (const name of new Set(names)) {
    const said = known.get(remembered.get(name)!)
    const [mine, theirs] = [own(name), shipped(name)]
    const match = mine !== undefined && mine.confidence >= (theirs?.confidence ?? 0) ? mine : theirs
    if (said !== undefined) matches.set(name, { movement: said, confidence: 1, reason: 'confirmed' })
    else if (match !== undefined) matches.set(name, match)
  }
  return matches
}

/** What a name that nothing was taken for may be, best first. */
export function suggestionsFor(name: string): { readonly movement: Movement; readonly confidence: number }[] {
  return (librarySuggester ??= nameSuggester<Movement>(library().movements))(name, 3)
}

let librarySuggester: ReturnType<typeof nameSuggester<Movement>> | undefined
let libraryMatcher: ReturnType<typeof nameMatcher<Movement>> | undefined

/** What a file says of a movement beside its name, where it says more. */
export type SaidMovement = Pick<Movement, 'pattern' | 'muscles' | 'equipment' | 'laterality' | 'loadKind'> & {
  readonly baseId?: MovementId | undefined
}

/** What it varies stays where this library has it. */
const onBaseHere = ({ baseId, ...said }: SaidMovement) =>
  baseId === undefined || libraryMovement(baseId) === undefined ? said : { ...said, baseId }

/**
 * A movement of the lifter's own for each name, made where there is none yet. Names that read alike share one.
 * What is made remembers the import, so that undoing it can take the movements back as well.
 */
export async function ensureCustomMovements(
  ctx: Ctx,
  athleteId: AthleteId,
  names: readonly string[],
  importId: ImportId,
  said?: ReadonlyMap<string, SaidMovement>,
): Promise<Map<string, MovementId>> {
  const byKey = new Map((await ownMovements(ctx.db, athleteId)).map(({ id, name }) => [ownKey(name), id]))
  const fresh = new Map(names.map((name) => [ownKey(name), name]).filter(([key]) => !byKey.has(key!)) as [string, string][])
  if (fresh.size > 0) {
    const last = await nextChangeSeq(ctx, athleteId, fresh.size)
    const made = [...fresh].map(([key, name], at): OwnMovement => {
      const id = ctx.ids.next<MovementId>()
      byKey.set(key, id)
      const told = said?.get(name)
      return {
        id,
        name: fitting(name),
        ...(told === undefined ? guessed(name) : onBaseHere(told)),
        importId,
        changeSeq: last - fresh.size + 1 + at,
      }
    })
    await insertOwn(ctx.db, athleteId, made, dateOf(ctx.clock.now()))
    await request(ctx, 'movements.embed_own', { athleteId })
  }
  return new Map(names.map((name) => [name, byKey.get(ownKey(name))!]))
}

/** Takes back the movements that an import made, save those `usedIds` names: something was done with them since. */
export async function undoCustomMovements(
  ctx: Ctx,
  athleteId: AthleteId,
  importId: ImportId,
  usedIds: Iterable<MovementId> = [],
): Promise<MovementId[]> {
  const used = new Set(usedIds)
  const unused = (await idsMadeByImport(ctx.db, athleteId, importId)).filter((id) => !used.has(id))
  if (unused.length === 0) return []
  const last = await nextChangeSeq(ctx, athleteId, unused.length)
  await deleteOwn(ctx.db, athleteId, unused, last - unused.length + 1, dateOf(ctx.clock.now()))
  return unused
}

/** A name without words we can read (an emoji) is only like itself. */
function ownKey(name: string): string {
  const key = nameKey(fitting(name))
  return key === '|' ? `${name.trim()}|` : key
}

function fitting(name: string): string {
  const characters = [...new Intl.Segmenter().segment(name.trim())].slice(0, limits.nameGraphemes)
  return characters.map(({ segment }) => segment).join('') || '?'
}
