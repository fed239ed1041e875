import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inLog } from '@gymgenius/faults'
import { type Instant, instant } from '@gymgenius/domain'
import { folderBlobs } from '../adapters/folder-blobs.ts'
import { readEnvironment, VERSION } from '../platform/config.ts'
import { actingAs, type Ctx, system } from '../platform/context.ts'
import type { Db } from '../platform/database.ts'
import { embedderInside } from '../platform/ports/embedder.ts'
import { engineInside } from '../platform/ports/engine.ts'
import type { Mail, MailerPort } from '../platform/ports/mailer.ts'
import { deliverDue } from '../platform/queue.ts'
import type { Room } from '../platform/room.ts'

/** A world whose clock stands at 2 March 2026, 18:00 UTC, until a test moves it. */
export interface StillWorld extends Ctx {
  readonly clock: { now(): Instant; advance(milliseconds: number): void }
  readonly mailer: Mailbox
}

/** Everybody's mail, kept where a test can read it. */
export interface Mailbox extends MailerPort {
  readonly mails: Mail[]
}

function mailbox(): Mailbox {
  const mails: Mail[] = []
  return { kind: 'file', mails, send: async (mail) => (mails.push(mail), 'taken'), check: async () => {} }
}

/** A folder of this process, for the blobs of its worlds; of one that is killed the next run takes it away. */
const blobFolder = join(tmpdir(), `gymgenius-test-blobs-${process.pid}`)
process.once('exit', () => rmSync(blobFolder, { recursive: true, force: true }))

export function stillWorld(db: Db): StillWorld {
  let count = 0
  let now = Date.parse('2026-03-02T18:00:00Z')
  return {
    db,
    clock: {
      now: () => instant(new Date(now)),
      advance: (milliseconds) => {
        now += milliseconds
      },
    },
    ids: { next: <Id extends string>() => `019caf80-0000-7000-8000-${String(++count).padStart(12, '0')}` as Id },
    log: { info() {}, warn() {}, error() {} },
    faults: inLog(() => {}),
    config: {
      environment: readEnvironment({ RATE_LIMIT_PER_MINUTE: '1000000' }),
      secret: new Uint8Array(32).fill(7),
      sealingKeys: [{ id: 'first', bytes: new Uint8Array(32).fill(9) }],
      version: VERSION,
    },
    engine: engineInside,
    embedder: embedderInside,
    mailer: mailbox(),
    providers: [],
    blobs: folderBlobs(join(blobFolder, randomUUID())),
    secretBytes: (length) => new Uint8Array(createHash('shake256', { outputLength: length }).update(String(++count)).digest()),
  }
}

/** What ships with the program is put in by these rooms, and what that asks for is done; each test's own `prepare` then finds it there. */
export async function prepareOnce(db: Db, rooms: readonly Room[]): Promise<void> {
  let count = 0
  // Ids of their own: a test counts from one as well.
  const ids = { next: <Id extends string>() => `019caf7f-0000-7000-8000-${String(++count).padStart(12, '0')}` as Id }
  const world = { ...stillWorld(db), ids }
  for (const room of rooms) if (room.prepare !== undefined) await actingAs(world, system, room.prepare)
  await deliverDue(world, { rooms, rng: () => 0.5 })
  await db.deleteFrom('outbox').execute()
}
