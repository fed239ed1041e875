import type { LibraryMovement } from '@gymgenius/catalog'
import type { MovementId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

const LIBRARY_LOCK = 4_242_019

/** One server at a time writes the library, until its unit ends. */
export async function holdLibrary(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LIBRARY_LOCK}::bigint)`.execute(db)
}

export async function preparedHash(db: Db): Promise<string | undefined> {
  const row = await db.selectFrom('library_edition').select('hash').executeTakeFirst()
  return row?.hash
}

export async function rememberHash(db: Db, hash: string, at: Date): Promise<void> {
  await db.deleteFrom('library_edition').execute()
  await db.insertInto('library_edition').values({ hash, prepared_at: at }).execute()
}

/** What left the library stays for the sets that were done with it, but is offered no more. Slugs become free. */
export async function retireAllBut(db: Db, ids: readonly MovementId[], at: Date): Promise<void> {
  const kept = JSON.stringify(ids)
  await sql`
    update movement set slug = null,
      retired_at = case when id in (select value::uuid from jsonb_array_elements_text(${kept}::jsonb)) then null
                        else coalesce(retired_at, ${at}) end
    where athlete_id is null`.execute(db)
}

/** One statement for all of them: a start should not take a round trip a movement. */
export async function writeLibrary(db: Db, movements: readonly LibraryMovement[], at: Date): Promise<void> {
  await sql`
    insert into movement (id, slug, name, aliases, pattern, muscles, equipment, laterality, load_kind, created_at)
    select (m->>'id')::uuid, m->>'slug', m->>'name', array(select jsonb_array_elements_text(m->'aliases')), m->>'pattern',
      m->'muscles', m->>'equipment', m->>'laterality', m->>'loadKind', ${at}
    from jsonb_array_elements(${JSON.stringify(movements)}::jsonb) as m
    on conflict (id) do update set slug = excluded.slug, name = excluded.name, aliases = excluded.aliases,
      pattern = excluded.pattern, muscles = excluded.muscles, equipment = excluded.equipment,
      laterality = excluded.laterality, load_kind = excluded.load_kind, retired_at = null
    where movement.athlete_id is null`.execute(db)
}
