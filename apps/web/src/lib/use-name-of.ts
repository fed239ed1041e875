import type { Routine, Workout } from '@gymgenius/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { language, withWords } from './language.ts'
import { local, routinesQuery } from './view/read.ts'

/** So high as a name, where it is not known yet in which words. */
const NOT_YET = '\u00a0'

const sessionNames = queryOptions({
  queryKey: ['session-names'],
  queryFn: withWords(async () => (await import('./session-names.ts')).sessionName),
  enabled: language !== 'en',
  ...local,
})

/** What a workout or a plan is called here: the sessions of programs in the lifter's language, their own as they wrote them. */
export function useNameOf(): (named: Pick<Workout, 'name' | 'routineId'>) => string {
  const { data: inWords, isLoading } = useQuery(sessionNames)
  const routines = useQuery(routinesQuery()).data
  return ({ name, routineId }) => {
    if (language === 'en' || routineId === undefined || isOwn(routines, routineId)) return name
    return inWords?.(name) ?? (isLoading ? NOT_YET : name)
  }
}

const isOwn = (routines: readonly Routine[] | undefined, id: Routine['id']) =>
  routines?.some((routine) => routine.id === id && routine.program === undefined) === true
