import type { Finding } from '@gymgenius/contracts'

/** Tells what one look found. */
export type Note = (check: string, verdict: Finding['verdict'], says: string) => void

export type Look = (note: Note) => void | Promise<void>

/** Looks everywhere at once, and tells it in the order of the looks. */
export async function findingsOf(looks: readonly Look[]): Promise<Finding[]> {
  const found = looks.map(async (look) => {
    const findings: Finding[] = []
    await look((check, verdict, says) => void findings.push({ check, verdict, says }))
    return findings
  })
  return (await Promise.all(found)).flat()
}
