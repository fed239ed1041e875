import type { Settings } from '@gymgenius/contracts'
import { type AthleteId, kg } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

export async function storedSettings(db: Db, athleteId: AthleteId): Promise<Settings> {
  const row = await db
    .selectFrom('athlete')
    .select(['unit', 'effort_scale', 'goal_strength', 'time_zone', 'body_mass_kg', 'is_novice', 'has_pain', 'language', 'hand'])
    .where('id', '=', athleteId)
    .executeTakeFirstOrThrow()
  return {
    unit: row.unit as Settings['unit'],
    effortScale: row.effort_scale as Settings['effortScale'],
    goalStrength: row.goal_strength,
    timeZone: row.time_zone,
    ...(row.body_mass_kg === null ? {} : { bodyMassKg: kg(row.body_mass_kg) }),
    isNovice: row.is_novice,
    hasPain: row.has_pain,
    language: row.language as Settings['language'],
    hand: row.hand as Settings['hand'],
  }
}

/** Settings to be; null: as if it had never been said. */
export type SettingChanges = { [K in keyof Settings]?: Settings[K] | undefined } & { bodyMassKg?: Settings['bodyMassKg'] | null }

/** Changes what is given and leaves the rest. */
export async function updateSettings(db: Db, athleteId: AthleteId, changes: SettingChanges) {
  const columns = {
    unit: changes.unit,
    effort_scale: changes.effortScale,
    goal_strength: changes.goalStrength,
    time_zone: changes.timeZone,
    body_mass_kg: changes.bodyMassKg,
    is_novice: changes.isNovice,
    has_pain: changes.hasPain,
    language: changes.language,
    hand: changes.hand,
  }
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return
  await db.updateTable('athlete').set(given).where('id', '=', athleteId).execute()
}
