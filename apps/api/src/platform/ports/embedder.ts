import { type Described, type LibraryFinder, libraryFinder } from '@gymgenius/catalog'

/** Who turns movements and questions into vectors of meaning, 768 numbers of length one. */
export interface EmbedderPort {
  readonly kind: 'built_in' | 'model'
  /** Names the space of the vectors; those of two spaces are never compared. Changes when the library or the way to describe it does. */
  space(): string
  movements(movements: readonly Described[]): Promise<readonly Float32Array[]>
  /** Somebody is waiting: rejects soon when it cannot. */
  question(text: string): Promise<Float32Array>
}

/** The embedder that every process carries with it: no weights, no network. */
export const embedderInside: EmbedderPort = {
  kind: 'built_in',
  space: () => finder().space,
  movements: async (movements) => movements.map((movement) => finder().vectorOf(movement)),
  question: async (text) => finder().ask(text).vector,
}

const finder = (): LibraryFinder => libraryFinder()
