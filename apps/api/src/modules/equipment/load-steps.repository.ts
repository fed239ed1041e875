import type { LoadSteps } from '@gymgenius/contracts'
import { type AthleteId, type Equipment, kg, type LoadUnit } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

/** What the athlete has said about their gym: all of it, or of these kinds of equipment. */
export async function saidSteps(db: Db, athleteId: AthleteId, kinds?: readonly Equipment[]): Promise<LoadSteps[]> {
  let query = db
    .selectFrom('load_steps')
    .select(['equipment', 'unit', 'min_kg', 'step_kg', 'plates_kg'])
    .where('athlete_id', '=', athleteId)
  if (kinds !== undefined) query = query.where('equipment', 'in', kinds)
  return (await query.execute()).map((row) => ({
    equipment: row.equipment as Equipment,
    unit: row.unit as LoadUnit,
    minKg: kg(row.min_kg),
    stepKg: kg(row.step_kg),
    ...(row.plates_kg === null ? {} : { platesKg: (row.plates_kg as number[]).map(kg) }),
  }))
}

/** Replaces everything the athlete has said about their gym. */
export async function replaceSteps(db: Db, athleteId: AthleteId, items: readonly LoadSteps[]): Promise<void> {
  await db.deleteFrom('load_steps').where('athlete_id', '=', athleteId).execute()
  if (items.length === 0) return
  await db
    .insertInto('load_steps')
    .values(
      items.map(({ equipment, unit, minKg, stepKg, platesKg }) => ({
        athlete_id: athleteId,
        equipment,
        unit,
        min_kg: minKg,
        step_kg: stepKg,
        plates_kg: platesKg === undefined ? null : JSON.stringify(platesKg),
      })),
    )
    .execute()
}
