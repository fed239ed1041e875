import { z } from 'zod'

/** Whoever was named to say who somebody is, in the way of OpenID Connect. */
export interface NamedProvider {
  readonly id: string
  /** On its button. */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

const schema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'is a short word such as home: a-z, 0-9 and -'),
      name: z.string().trim().min(1).max(40),
      issuer: z
        .url()
        .refine((text) => isSafe(new URL(text)), 'is an https address (http only on this machine)')
        .refine((text) => !text.includes('/.well-known/'), 'is what stands before /.well-known/')
        .transform((text) => new URL(text).href),
      clientId: z.string().min(1).max(500),
      clientSecret: z.string().min(1).max(500),
    }),
  )
  .max(5)
  .refine((all) => areDifferent(all.map(({ id }) => id)), 'two have the same id')
  .refine((all) => areDifferent(all.map(({ issuer }) => issuer)), 'two have the same issuer')

/** Reads the setting; every fault of it at once, none of which quotes a value. */
export function readProviders(text: string | undefined, ctx: z.core.$RefinementCtx): readonly NamedProvider[] {
  const parsed = schema.safeParse(text === undefined ? [] : parsedJson(text))
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) ctx.issues.push({ code: 'custom', input: '', message: [...path, message].join(' ') })
  return z.NEVER
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // which the schema refuses in words
  }
}

const isSafe = ({ protocol, hostname }: URL) => protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
const areDifferent = (words: readonly string[]) => new Set(words).size === words.length
