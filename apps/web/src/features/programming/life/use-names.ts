import { useQuery } from '@tanstack/react-query'
import { movementsQuery } from '../../../lib/view/read.ts'
import { words as programWords } from '../words.ts'
import type { MovementName } from '../miss-texts.ts'
import type { Names } from './change-texts.ts'
import { unnamedSession } from './change-words.ts'
import { type Program, sessionOf } from './types.ts'

/** What a movement that comes by its English name is called here. */
export function useMovementName(): MovementName {
  const movements = useQuery(movementsQuery()).data
  const named = new Map([...(movements?.values() ?? [])].map((movement) => [englishOf(movement), movement.name]))
  return (english) => named.get(english) ?? english
}

export function useNames(program: Pick<Program, 'weeks'>): Names {
  const movement = useMovementName()
  return {
    session: (number) => {
      const name = sessionOf(program, number)?.name
      return name === undefined ? unnamedSession(number) : programWords.session(number, name)
    },
    movement,
  }
}

/** In another language than English the phone keeps both names. */
const englishOf = (movement: { readonly name: string; readonly englishName?: string }) => movement.englishName ?? movement.name
