import { createContext, use } from 'react'

/** What is wrong with the fields of the form around them, in words, by their names. */
export const FieldFaults = createContext<Readonly<Record<string, string>>>({})

export function useFieldFault(name: string | undefined): string | undefined {
  const faults = use(FieldFaults)
  return name === undefined ? undefined : faults[name]
}
