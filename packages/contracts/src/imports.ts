import { type ImportApp, importApps } from '@gymgenius/domain'
import { z } from 'zod'
import { Settings } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { byId, idOf, isoInstant, listOf, loadUnit, nothing } from './scalars.ts'

/** What was read out of a file, before anything of it is kept. */
export const Import = z.strictObject({
  id: idOf<'import'>(),
  format: z.enum(Object.keys(importApps) as ImportApp[]),
  status: z.enum(['previewed', 'committing', 'committed', 'failed', 'undoing', 'undone']),
  fileName: z.string(),
  /** The unit loads were read in, and where that was learned. */
  unit: loadUnit,
  unitFrom: z.enum(['file', 'request', 'settings', 'guessed']),
  createdAt: isoInstant,
  workouts: z.int(),
  /** Rows with reps, load, time or distance that will be kept, warm-ups included. */
  sets: z.int(),
  /** Rows of those that this account has already (same workout start ±60 s, movement, place, load and reps); they are left out. */
  duplicates: z.int(),
  /** Rows that carry no set: rest timers, notes, sets that were planned or skipped and not done. */
  skippedRows: z.int(),
  /** What `notUnderstood` counts: lines of text, or sets where a file has no lines. */
  counts: z.enum(['lines', 'sets']).optional(),
  /** Of the first and last workout. */
  firstAt: isoInstant.optional(),
  lastAt: isoInstant.optional(),
  /** What our own export brings beside workouts; what is there already by its name is left as it is. */
  also: z
    .strictObject({
      movements: z.int(),
      routines: z.int(),
      gyms: z.int(),
      rules: z.int(),
      diary: z.int().optional(),
      /** Pains that are still to be heeded. */
      pains: z.int().optional(),
      /** Settings that are otherwise here; taken over only when the commit says so. */
      settings: Settings.partial().optional(),
    })
    .optional(),
  notUnderstood: z.array(z.strictObject({ line: z.int(), code: z.string(), message: z.string() })),
  /** How many lines were not understood in all; the list above is cut at 200. */
  notUnderstoodCount: z.int(),
  movements: z.array(
    z.strictObject({
      name: z.string(),
      /** Absent: will become a movement of your own. */
      movementId: idOf<'movement'>().optional(),
      movementName: z.string().optional(),
      /** 1 is the same name; 0 is a new movement. */
      confidence: z.number(),
      /** Why it was taken for that: exact, alias, confirmed (you said so before), … Absent where it becomes a movement of your own. */
      reason: z.string().optional(),
      /** What else it may be, where nothing was certain enough. */
      suggestions: z.array(z.strictObject({ movementId: idOf<'movement'>(), movementName: z.string(), confidence: z.number() })).optional(),
      sets: z.int(),
    }),
  ),
  /** While committing: sets written so far; while undoing: sets taken back so far. */
  progress: z.int().optional(),
  /** Of a failed commit. */
  failure: z.string().optional(),
})
export type Import = z.infer<typeof Import>

export const previewImport = endpoint({
  name: 'imports.preview',
  method: 'POST',
  path: '/v1/imports',
  summary:
    'Read an export of another app, or of this one (multipart: file, optional unit kg or lb, optional dateOrder dmy or mdy) and say what it holds; nothing is kept yet',
  access: 'athlete',
  form: z.strictObject({
    /** For a file that does not say it. */
    unit: loadUnit.optional(),
    /** For a file whose every date could be day first or month first. */
    dateOrder: z.enum(['dmy', 'mdy']).optional(),
  }),
  reply: Import,
  status: 201,
  problems: ['imports.too_large', 'imports.malformed_csv', 'imports.malformed_json', 'imports.unknown_format', 'imports.ambiguous_format'],
})

export const listImports = endpoint({
  name: 'imports.list',
  method: 'GET',
  path: '/v1/imports',
  summary: 'Imports, newest first',
  access: 'athlete',
  reply: listOf(Import),
  problems: [],
})

export const getImport = endpoint({
  name: 'imports.get',
  method: 'GET',
  path: '/v1/imports/{id}',
  summary: 'One import and how far it is',
  access: 'athlete',
  params: byId<'import'>(),
  reply: Import,
  problems: ['imports.not_found'],
})

export const commitImport = endpoint({
  name: 'imports.commit',
  method: 'POST',
  path: '/v1/imports/{id}/commit',
  summary: 'Keep the import as one batch that can be undone; movements may be mapped otherwise than proposed',
  access: 'athlete',
  params: byId<'import'>(),
  body: z
    .strictObject({
      /** By name in the file: a movement of the library, or null for a new one of your own. */
      movements: z.record(z.string(), idOf<'movement'>().nullable()).optional(),
      /** Take over the settings of `also` too. */
      settings: z.boolean().optional(),
    })
    .optional(),
  reply: Import,
  unfinishedStatus: 202,
  repeatsSafely: true,
  problems: ['imports.not_found', 'imports.not_ready', 'movements.unknown'],
})

export const undoImport = endpoint({
  name: 'imports.undo',
  method: 'DELETE',
  path: '/v1/imports/{id}',
  summary: 'Take the whole batch back; a large one in the background',
  access: 'athlete',
  params: byId<'import'>(),
  reply: nothing,
  status: 204,
  unfinishedStatus: 202,
  repeatsSafely: true,
  problems: ['imports.not_found', 'imports.not_ready'],
})
