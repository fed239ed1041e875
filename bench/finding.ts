import { loadavg } from 'node:os'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { cosine, libraryFinder, meantMovements } from '@gymgenius/catalog'
import { judgedQuestions, recallAt5 } from '../packages/catalog/src/meaning/questions.ts'
import { serveProduct } from '../tools/product.ts'
import { signUp } from './server.ts'

/**
 * What searching by meaning finds, beside trigrams and beside its vectors alone, on the hand-written questions of
 * `packages/catalog/fixtures/finding.json`; and how long search and substitutes take a lifter who has made so many movements that there
 * are 2,000 with the library's. `TIMES=0` leaves the times out; `ALL=1` prints every question that is not answered in full.
 */
const REST_OF_THE_START_MS = 90_000
const finder = libraryFinder()
const questions = judgedQuestions(finder.movements)
console.log(`load ${loadavg()[0]!.toFixed(2)}, ${finder.movements.length} movements, ${questions.length} questions`)
await recalls()
if (process.env['TIMES'] !== '0') await times()

async function recalls(): Promise<void> {
  const trigrams = await trigramSearch()
  const ways: readonly (readonly [string, (ask: string) => Promise<string[]> | string[]])[] = [
    ['trigrams (pg_trgm, name and aliases)', trigrams],
    ['vectors alone', byVectors],
    ['the search', bySearch],
  ]
  console.log('recall@5                                 all 60   tuned on 40   kept back 20   one of five is right')
  for (const [name, find] of ways) {
    const scored = await Promise.all(questions.map(async (one) => ({ ...one, score: recallAt5(one, await find(one.ask)) })))
    const of = (kept?: boolean) =>
      mean(scored.filter(({ keptBack }) => kept === undefined || keptBack === kept).map(({ score }) => score)).toFixed(3)
    const hits = scored.filter(({ score }) => score > 0).length
    console.log(`${name.padEnd(40)} ${of()}    ${of(false)}         ${of(true)}          ${hits} of ${scored.length}`)
    if (process.env['ALL'] === '1' && find === bySearch)
      for (const { ask, score } of scored.filter(({ score, keptBack }) => score < 1 && !keptBack))
        console.log(`  ${score.toFixed(2)} ${ask}`)
  }
}

function near(ask: string) {
  const asked = finder.ask(ask)
  const compared = finder.vectors().map((vector, at) => ({ movement: finder.movements[at]!, nearness: cosine(vector, asked.vector) }))
  return { asked, compared: compared.toSorted((a, b) => b.nearness - a.nearness).slice(0, 160) }
}

function byVectors(ask: string): string[] {
  return near(ask).compared.map(({ movement }) => movement.slug)
}

function bySearch(ask: string): string[] {
  const { asked, compared } = near(ask)
  return meantMovements(asked, ask, finder.movements, compared, finder).map(({ movement }) => movement.slug)
}

/** What Postgres finds without us: the best word similarity of any name or alias. */
async function trigramSearch(): Promise<(ask: string) => Promise<string[]>> {
  const database = await PGlite.create({ extensions: { pg_trgm } })
  await database.exec('create extension pg_trgm; create table named (slug text, name text)')
  const named = finder.movements.flatMap(({ slug, name, aliases }) => [name, ...aliases].map((one) => [slug, one]))
  await database.query('insert into named select v->>0, v->>1 from jsonb_array_elements($1::jsonb) as v', [JSON.stringify(named)])
  return async (ask) => {
    const { rows } = await database.query<{ slug: string }>(
      `select slug from named group by slug order by max(greatest(similarity(name, $1), word_similarity(name, $1))) desc, slug limit 5`,
      [ask],
    )
    return rows.map(({ slug }) => slug)
  }
}

async function times(): Promise<void> {
  const product = await serveProduct()
  const base = `http://127.0.0.1:${product.port}`
  const authorization = { authorization: `Bearer ${await signUp(base)}` }
  const get = async (path: string) => (await fetch(`${base}${path}`, { headers: authorization })).text()
  const own = 2000 - finder.movements.length
  for (let at = 0; at < own; at++) await make(at)
  while (!(await get('/v1/movements/search?q=zanzibar%201')).includes('Zanzibar')) await pause(200)
  await pause(REST_OF_THE_START_MS) // the vectors of what was made last, and those of the library, which are made with rests after the start
  const id = (JSON.parse(await get('/v1/movements?q=bench%20press&limit=1')) as { items: { id: string }[] }).items[0]!.id
  const paths = {
    search: (turn: number) => `/v1/movements/search?q=${encodeURIComponent(questions[turn % questions.length]!.ask)}`,
    'search by name': (turn: number) => `/v1/movements/search?q=${['bench press', 'rdl', 'benhc press', 'hip thr'][turn % 4]}`,
    substitutes: (turn: number) => `/v1/movements/${finder.movements[(turn * 37) % finder.movements.length]!.id}/substitutes?spare=knee`,
    'substitutes of one movement': () => `/v1/movements/${id}/substitutes`,
    'GET /v1/me, for comparison': () => '/v1/me',
  }
  for (const [name, path] of Object.entries(paths)) {
    const taken: number[] = []
    for (let turn = -30; turn < 300; turn++) {
      const start = performance.now()
      await get(path(Math.max(0, turn)))
      if (turn >= 0) taken.push(performance.now() - start)
    }
    taken.sort((a, b) => a - b)
    console.log(`${name.padEnd(30)} p50 ${ms(taken, 0.5)}  p95 ${ms(taken, 0.95)}  best ${ms(taken, 0)}   load ${loadavg()[0]!.toFixed(2)}`)
  }
  await product.stop()

  async function make(at: number): Promise<void> {
    const like = finder.movements[(at * 31) % finder.movements.length]!
    const { pattern, equipment, laterality, loadKind } = like
    const muscles = like.muscles.map(({ muscle, role, share }) => ({ muscle, role, share }))
    const body = JSON.stringify({ name: `Zanzibar ${at} ${like.name}`.slice(0, 100), pattern, equipment, laterality, loadKind, muscles })
    const reply = await fetch(`${base}/v1/movements`, {
      method: 'POST',
      headers: { ...authorization, 'content-type': 'application/json' },
      body,
    })
    if (reply.status !== 201) throw new Error(`${reply.status} ${await reply.text()}`)
  }
}

function ms(sorted: readonly number[], share: number): string {
  return `${sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1)} ms`
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
