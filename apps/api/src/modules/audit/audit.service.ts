import { type AuditEntry, type exportAudit, invalidRequest, type listAudit, type OutputOf } from '@gymgenius/contracts'
import { type Instant, instantOf, isoOf } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import { type Admin, actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { type Page, pageOf } from '../../platform/pages.ts'
import { emailsByPseudonym, pseudonymByEmail, pseudonymOf } from '../accounts/index.ts'
import { entries, type EntryFilter, type StoredEntry } from './audit.repository.ts'

type Asked = Omit<OutputOf<typeof exportAudit, 'query'>, 'format'>

/** A page of the whole log, for an admin. */
export async function listEverybodys(ctx: Ctx, _admin: Admin, { limit, cursor, ...asked }: OutputOf<typeof listAudit, 'query'>) {
  return actingAs(ctx, system, async (ctx) => pageNamed(ctx, await filterOf(ctx, asked), { limit, cursor }))
}

const A_PIECE = 500

/** The log as a file, a page at a time, each in a unit of its own. That somebody took it is in it. */
export async function* allEntries(ctx: Ctx, { accountId }: Admin, asked: Asked): AsyncGenerator<readonly AuditEntry[]> {
  const filter = await actingAs(ctx, system, async (ctx) => {
    await record(ctx, { act: 'audit.exported', as: 'admin', by: accountId })
    return filterOf(ctx, asked)
  })
  let cursor: string | undefined
  do {
    const page = await actingAs(ctx, system, (ctx) => pageNamed(ctx, filter, { limit: A_PIECE, cursor }))
    yield page.items
    cursor = page.nextCursor
  } while (cursor !== undefined)
}

/** What was done by and to the account that asks. Only it is named: of others there is the role they acted in. */
export async function listMine(ctx: Ctx, { athleteId }: Pick<Athlete, 'athleteId'>, page: Page) {
  const person = await pseudonymOf(ctx.db, athleteId)
  return pageNamed(ctx, { person }, page) // the policies show one's own account only
}

async function pageNamed(ctx: Ctx, filter: EntryFilter | 'nobody', page: Page) {
  if (filter === 'nobody') return { items: [] }
  const found = await pageOf(page, (limit, before) => entries(ctx.db, filter, limit, before), endOf)
  const names = await emailsByPseudonym(ctx.db, pseudonymsIn(found.items))
  return { ...found, items: found.items.map((entry) => shown(entry, names)) }
}

async function filterOf(ctx: Ctx, { act, outcome, email, from, to }: Asked): Promise<EntryFilter | 'nobody'> {
  const span = { from: maybeInstant(from), to: maybeInstant(to) }
  if (span.from !== undefined && span.to !== undefined && span.from > span.to)
    throw invalidRequest({ pointer: '/query/from', code: 'invalid_query', message: 'Must not be after `to`' })
  const person = email === undefined ? undefined : await pseudonymByEmail(ctx.db, email)
  return email !== undefined && person === undefined ? 'nobody' : { act, outcome, person, ...span }
}

function shown(entry: StoredEntry, names: ReadonlyMap<string, string>): AuditEntry {
  const { id, at, act, as, actor, subject, outcome, requestId, facts } = entry
  const person = (pseudonym: string) => ({ pseudonym, ...(names.has(pseudonym) && { email: names.get(pseudonym) }) })
  return {
    id,
    at: isoOf(at),
    act,
    as,
    ...(actor !== undefined && { by: person(actor) }),
    ...(subject !== undefined && { about: person(subject) }),
    outcome,
    ...(requestId !== undefined && { requestId }),
    facts,
  }
}

const pseudonymsIn = (found: readonly StoredEntry[]) => [
  ...new Set(found.flatMap(({ actor, subject }) => [actor, subject].filter((each) => each !== undefined))),
]
const endOf = ({ at, id }: StoredEntry) => ({ at, id })
const maybeInstant = (iso: string | undefined): Instant | undefined => (iso === undefined ? undefined : instantOf(iso))
