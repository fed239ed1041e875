import { type Guess, library, movementGuesser } from '@gymgenius/catalog'

let guesser: ((name: string) => Guess) | undefined

/** What the library lets us guess about a movement that only has a name. */
export function guessed(name: string): Guess {
  guesser ??= movementGuesser(library().movements)
  return guesser(name)
}
