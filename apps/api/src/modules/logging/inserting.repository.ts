import type { InsertQueryBuilder, InsertResult } from 'kysely'
import type { Tables } from '../../platform/tables.generated.ts'

/** Inserts what a client may have named; false when its id exists, here or anywhere. */
export async function insertUnlessTaken<Table extends 'routine' | 'workout'>(
  insert: InsertQueryBuilder<Tables, Table, InsertResult>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
