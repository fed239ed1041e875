import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Import } from '@gymgenius/contracts'
import { importApps, type LoadUnit } from '@gymgenius/domain'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import { commitImport, writeImport } from './commit.service.ts'
import { inTheNameOf } from './portions.ts'
import { athleteWithEmail } from '../accounts/index.ts'
import { previewImport } from './preview.service.ts'

export interface FileToImport {
  readonly path: string
  readonly email: string
  readonly unit?: LoadUnit | undefined
  readonly dateOrder?: 'dmy' | 'mdy' | undefined
  /** Say what the file holds, and keep nothing. */
  readonly previewOnly?: boolean
}

/** Imports a file of this machine for one account, saying line by line what it does. Undefined: there is no such account. */
export async function importFile(
  ctx: Ctx,
  { path, email, unit, dateOrder, previewOnly }: FileToImport,
  say: (line: string) => void,
): Promise<Import | undefined> {
  const athleteId = await actingAs(ctx, system, (ctx) => athleteWithEmail(ctx, email))
  if (athleteId === undefined) return undefined
  const actor = inTheNameOf(athleteId)
  const preview = await previewImport(ctx, actor, { fileName: basename(path), bytes: await readFile(path), unit, dateOrder })
  for (const line of described(preview)) say(line)
  if (previewOnly === true) return preview
  let result = await commitImport(ctx, actor, preview.id)
  if (result.status === 'committing') await writeImport(ctx, athleteId, preview.id) // unless a server that runs beside us is quicker
  while (result.status === 'committing') {
    await setTimeout(LOOK_AGAIN_MS)
    result = await commitImport(ctx, actor, preview.id)
  }
  if (result.status === 'committed') say(`Kept ${result.sets - result.duplicates} sets. To take them back: DELETE /v1/imports/${result.id}`)
  else say(result.failure ?? `The import is ${result.status}.`)
  return result
}

const LOOK_AGAIN_MS = 200

const origins = {
  file: 'as the file says',
  request: 'as you said',
  settings: 'as your settings say; pass --unit if that is wrong',
  guessed: 'guessed by the plates; pass --unit if that is wrong',
}

function described(preview: Import): string[] {
  const made = preview.movements.filter(({ movementId }) => movementId === undefined)
  return [
    `${preview.fileName}: ${importApps[preview.format]}, loads in ${preview.unit} (${origins[preview.unitFrom]})`,
    `${preview.workouts} workouts with ${preview.sets} sets from ${day(preview.firstAt)} to ${day(preview.lastAt)}`,
    ...(preview.duplicates > 0 ? [`${preview.duplicates} of them are in your log already and are left out`] : []),
    ...(preview.skippedRows > 0 ? [`${preview.skippedRows} rows carry no set (rest timers, notes, sets not done)`] : []),
    `${preview.movements.length - made.length} movements are known, ${made.length} will be your own${made.length > 0 ? `: ${list(made.map(({ name }) => name))}` : ''}`,
    ...(preview.notUnderstoodCount > 0 ? [`${preview.notUnderstoodCount} lines need a look:`] : []),
    ...preview.notUnderstood.slice(0, 20).map(({ line, message }) => `  ${preview.counts === 'sets' ? 'set' : 'line'} ${line}: ${message}`),
  ]
}

const day = (iso: string | undefined) => iso?.slice(0, 10) ?? '?'
const list = (names: readonly string[]) =>
  names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ')
