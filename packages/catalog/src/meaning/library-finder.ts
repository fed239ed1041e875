import { allMovementDetails } from '../details.ts'
import { library } from '../library.ts'
import type { MovementDetails } from '../movement.ts'
import type { Described, Features } from './features.ts'
import { type Finder, makeFinder, MEANING_VERSION } from './finder.ts'

export interface LibraryFinder extends Finder {
  /** Names the space of its vectors: those of another one cannot be compared with them. */
  readonly space: string
  readonly movements: readonly MovementDetails[]
  /** The vectors of the movements, in their order. */
  vectors(): readonly Float32Array[]
}

let made: LibraryFinder | undefined

/** The finder of the library that ships with this program, made at the first question and kept. */
export function libraryFinder(): LibraryFinder {
  if (made !== undefined) return made
  const movements = allMovementDetails()
  const finder = makeFinder(movements)
  const features = new Map<unknown, Features>(movements.map((movement) => [movement.id, finder.featuresOf(movement)]))
  const own = new WeakMap<Described, Features>()
  const featuresOfOwn = (movement: Described) => {
    const known = own.get(movement) ?? finder.featuresOf(movement)
    own.set(movement, known)
    return known
  }
  let vectors: readonly Float32Array[] | undefined
  made = {
    ...finder,
    space: `built-in-${MEANING_VERSION}:${library().detailsHash}`,
    movements,
    featuresOf: (movement: Described) => features.get(movement.id) ?? featuresOfOwn(movement),
    vectors: () => (vectors ??= movements.map(finder.vectorOf)),
  }
  return made
}
