import { Problem } from '@gymgenius/contracts'
import type { Instant, LoginSessionId } from '@gymgenius/domain'
import { actingAs, announce, type Athlete, type Ctx, system } from '../../platform/context.ts'
import type { Who } from '../../platform/http.ts'
import { readAccessToken } from './access-tokens.ts'
import { holdLivingSession, livingSession } from './sessions.repository.ts'

/** A sign-in that was alive a moment ago is believed to be: an ended one is refused within this time, by every process. */
const BELIEVED_MS = 1000
const MAX_BELIEVED = 10_000

interface Believed {
  readonly who: Who
  readonly until: Instant
}

/** One memory a world: the server's clock has it for as long as it runs, a test's clock for that test. */
const memories = new WeakMap<Ctx['clock'], Map<LoginSessionId, Believed>>()

/** Who holds this access token. The token alone is not enough: its sign-in must still be alive. */
export async function authenticate(
  ctx: Ctx,
  { headers }: { readonly headers: { readonly authorization?: string | undefined } },
): Promise<Who | undefined> {
  const token = bearerToken(headers.authorization)
  if (token === undefined) return undefined
  const { accountId, loginSessionId } = await readAccessToken(ctx, token)
  const now = ctx.clock.now()
  const believed = memoryOf(ctx).get(loginSessionId)
  const who = believed !== undefined && now < believed.until ? believed.who : await ask(ctx, loginSessionId, now)
  if (who.athlete.athleteId !== accountId) throw new Problem('auth.invalid_token')
  return who
}

/** Sign-ins that have just ended are refused at once by this process, and other rooms hear of it. */
export async function noteEnded(ctx: Ctx, ended: readonly LoginSessionId[]): Promise<void> {
  forgetBelieved(ctx, ended)
  if (ended.length > 0) await announce(ctx, 'accounts.sign_ins_ended', { loginSessionIds: ended })
}

export function forgetBelieved(ctx: Ctx, ended: readonly LoginSessionId[]): void {
  for (const id of ended) memoryOf(ctx).delete(id)
}

/** Refuses a sign-in that ended a moment ago; one that is alive cannot end before this unit does. */
export async function holdSignIn(ctx: Ctx, { athleteId, loginSessionId }: Athlete): Promise<void> {
  if (!(await holdLivingSession(ctx.db, athleteId, loginSessionId))) throw new Problem('auth.session_ended')
}

async function ask(ctx: Ctx, loginSessionId: LoginSessionId, now: Instant): Promise<Who> {
  const account = await actingAs(ctx, system, (ctx) => livingSession(ctx.db, loginSessionId, now))
  if (account === undefined) throw new Problem('auth.session_ended')
  const isAdmin = account.role === 'admin' || account.role === 'super_admin'
  const who: Who = {
    athlete: { kind: 'athlete', athleteId: account.id, loginSessionId },
    isAdmin,
    isTrainer: isAdmin || account.role === 'trainer',
  }
  const memory = memoryOf(ctx)
  if (memory.size >= MAX_BELIEVED) memory.clear()
  memory.set(loginSessionId, { who, until: (now + BELIEVED_MS) as Instant })
  return who
}

function memoryOf({ clock }: Ctx) {
  const memory = memories.get(clock) ?? new Map<LoginSessionId, Believed>()
  memories.set(clock, memory)
  return memory
}

const BEARER = /^bearer(?: +(.*))?$/is

/** The token of an Authorization header; other schemes are not ours to read. */
function bearerToken(header: string | undefined): string | undefined {
  const match = header === undefined ? null : BEARER.exec(header)
  return match === null ? undefined : (match[1] ?? '')
}
