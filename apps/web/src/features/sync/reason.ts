import { faultOf, problemWords } from '../../lib/problem-words.ts'
import type { RefusedOp } from '../../lib/view/schema.ts'
import { sheetWords as words } from './sheet-words.ts'

/** Why the server refused a change; in its own words where it says what this phone has no words for. */
export function reasonOf({ code, errors }: RefusedOp): string {
  if (errors.length > 0)
    return errors.map((fault) => [fieldOf(fault.pointer), faultOf(fault)].filter((part) => part !== '').join(': ')).join('. ')
  return (problemWords as Readonly<Record<string, string>>)[code] ?? code
}

/** The fields as the screens call them; of a field that no screen shows, nothing is said. */
const fieldOf = (pointer: string) => words.fields[pointer.split('/').at(-1) ?? ''] ?? ''
