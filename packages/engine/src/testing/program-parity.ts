import type { ProgramMovement } from '@gymgenius/domain'
import { generateProgram, type ProgramRequest } from '../programming/index.ts'
import { newDigest } from './digest.ts'

/** What programs are asked for, as JSON carries it: libraries once, and requests that name theirs. */
export interface AskedPrograms {
  readonly libraries: Readonly<Record<string, readonly ProgramMovement[]>>
  readonly requests: readonly (Omit<ProgramRequest, 'movements'> & { readonly library: string })[]
}

/** The bytes of each program with its report, digested: the same text from every machine that plans alike. */
export function programDigests({ libraries, requests }: AskedPrograms): string[] {
  return requests.map(({ library, ...request }) => {
    const digest = newDigest()
    digest.take(JSON.stringify(generateProgram({ ...request, movements: libraries[library]! })))
    return digest.text()
  })
}
