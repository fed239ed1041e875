import { faultText } from './api.ts'
import { faultOf } from './problem-words.ts'
import { Problem } from './problem.ts'

export interface FormFaults {
  /** What is wrong with a field of the form, by its name. */
  readonly atFields: Readonly<Record<string, string>>
  /** What no field of the form can show. */
  readonly elsewhere: string | undefined
}

interface Fault {
  readonly pointer: string
  readonly code: string
  readonly message: string
}

/** Brings each fault that the server found to its field. `names` are those of the fields that the form has. */
export function formFaults(error: unknown, names: ReadonlySet<string>): FormFaults {
  const faults = error instanceof Problem ? ((error.facts['errors'] ?? []) as readonly Fault[]) : []
  const atFields: Record<string, string> = {}
  const others: string[] = []
  for (const fault of faults) {
    const name = fault.pointer.split('/')[1] ?? ''
    if (names.has(name)) atFields[name] ??= `${faultOf(fault)}.`
    else others.push(`${fault.pointer.slice(1)}: ${faultOf(fault)}.`)
  }
  if (faults.length === 0) return { atFields, elsewhere: faultText(error) }
  return { atFields, elsewhere: others.length === 0 ? undefined : others.join(' ') }
}
