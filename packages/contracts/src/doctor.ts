import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { isoInstant } from './scalars.ts'

/** What one look at the server found. fault: it does not work or loses something. advice: it works, and could be better. */
export const Finding = z.strictObject({
  check: z.string(),
  verdict: z.enum(['well', 'advice', 'fault']),
  /** For whoever tends the server, in English: what is so, and where it is not well how it is mended. */
  says: z.string(),
})
export type Finding = z.infer<typeof Finding>

export const examineServer = endpoint({
  name: 'doctor.examine',
  method: 'GET',
  path: '/v1/doctor',
  summary: 'Look the server over: what is wrong and how to mend it, as `gymgenius doctor` says it, from where this process stands',
  access: 'admin',
  reply: z.strictObject({ examinedAt: isoInstant, version: z.string(), items: z.array(Finding) }),
  problems: ['auth.proof_required'],
})
