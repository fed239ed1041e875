import { commitImport, getImport, invalidRequest, listImports, Problem, previewImport, undoImport } from '@gymgenius/contracts'
import { MOST_IMPORT_BYTES } from '@gymgenius/domain'
import { type App, type FastifyRequest, serve } from '../../platform/http.ts'
import { faultsOf } from '../../platform/http/validate.ts'
import { rateRules } from '../../platform/rate-limit.ts'
import * as commit from './commit.service.ts'
import * as imports from './imports.service.ts'
import * as previewing from './preview.service.ts'
import * as undo from './undo.service.ts'

export function importRoutes(app: App) {
  serve(app, previewImport, async ({ ctx, actor, request }) => previewing.previewImport(ctx, actor, await uploadIn(request)), {
    unit: 'own',
    counted: rateRules.uploads,
  })
  serve(app, listImports, ({ ctx, actor }) => imports.listImports(ctx, actor))
  serve(app, getImport, ({ ctx, actor, params }) => imports.findImport(ctx, actor, params.id))
  serve(
    app,
    commitImport,
    async ({ ctx, actor, params, body, reply }) => {
      const result = await commit.commitImport(ctx, actor, params.id, body?.movements, { takesSettings: body?.settings === true })
      reply.code(result.status === 'committing' ? 202 : 200)
      return result
    },
    { unit: 'own' },
  )
  serve(
    app,
    undoImport,
    async ({ ctx, actor, params, reply }) => {
      if (await undo.undoImport(ctx, actor, params.id)) reply.code(202)
      return undefined
    },
    { unit: 'own' },
  )
}

/** The one file of a form and the fields beside it, before or after it. */
async function uploadIn(request: FastifyRequest): Promise<previewing.Upload> {
  let file: { fileName: string; bytes: Uint8Array } | undefined
  const fields: (readonly [string, unknown])[] = []
  for await (const part of request.parts()) {
    if (part.type === 'file' && part.fieldname === 'file') file = { fileName: nameOf(part.filename), bytes: await bytesOf(part) }
    else if (part.type === 'file')
      throw invalidRequest({ pointer: `/${part.fieldname}`, code: 'unknown_field', message: 'There is no such field' })
    else fields.push([part.fieldname, part.value])
  }
  const said = previewImport.form.safeParse(Object.fromEntries(fields))
  if (!said.success) {
    throw invalidRequest(...said.error.issues.flatMap((issue) => faultsOf(issue, '')))
  }
  if (file === undefined)
    throw invalidRequest({ pointer: '/file', code: 'required', message: 'Send the export as a form field named file' })
  return { ...file, ...said.data }
}

async function bytesOf(part: { toBuffer(): Promise<Buffer> }): Promise<Uint8Array> {
  try {
    return await part.toBuffer()
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
      throw new Problem('imports.too_large', { limit: 'bytes', allowed: MOST_IMPORT_BYTES })
    throw error
  }
}

/** A name to show, never a path to open. */
const nameOf = (said: string | undefined) =>
  (said ?? '')
    .replaceAll(/\p{Cc}/gu, '')
    .split(/[/\\]/)
    .at(-1)!
    .slice(0, 200) || 'import.csv'
