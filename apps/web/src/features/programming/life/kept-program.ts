import { timeNow } from '../../../lib/clock.ts'
import { currentSession } from '../../../lib/session.ts'
import { Unreachable } from '../../../lib/unreachable.ts'

/** An answer of the server that this phone has kept says when it was given. */
export type Kept<Reply> = Reply & { readonly keptAt?: number }

const CACHE = 'kept-program'

/**
 * Asks, and keeps what is worth keeping: one program and its agenda, those that are trained. Where nobody answers, what was kept is the
 * answer, so that a session opens with its sections and reasons in a basement too. A browser without such a place asks and no more.
 */
export async function askedOrKept<Reply extends object>(
  part: 'program' | 'agenda',
  id: string,
  ask: () => Promise<Reply>,
  isTrained: (reply: Reply) => boolean,
): Promise<Kept<Reply>> {
  try {
    const reply = await ask()
    if (isTrained(reply)) await keep(part, { id, at: timeNow(), reply }).catch(() => undefined)
    return reply
  } catch (error) {
    const kept = error instanceof Unreachable ? await keptOf<Reply>(part).catch(() => undefined) : undefined
    if (kept?.id !== id) throw error
    return { ...kept.reply, keptAt: kept.at }
  }
}

interface Entry<Reply> {
  readonly id: string
  readonly at: number
  readonly reply: Reply
}

const key = (part: string) => `/kept-program/${currentSession().account?.id ?? ''}/${part}`
const keep = async (part: string, entry: Entry<object>) => (await caches.open(CACHE)).put(key(part), new Response(JSON.stringify(entry)))
const keptOf = async <Reply>(part: string) =>
  (await (await (await caches.open(CACHE)).match(key(part)))?.json()) as Entry<Reply> | undefined
