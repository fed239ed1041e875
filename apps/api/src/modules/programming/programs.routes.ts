import {
  changeProgram,
  compilePlan,
  copySharedProgram,
  createProgram,
  deleteProgram,
  getProgram,
  getSharedProgram,
  listPrograms,
  shareProgram,
  unshareProgram,
} from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { compile } from './compiling.service.ts'
import * as programs from './programs.service.ts'
import { copyShared, sharedProgram, shareProgramOf, unshareProgramOf } from './sharing.service.ts'

/** RFC 7240: the client would rather not wait. */
const prefersBehind = (prefer: string | string[] | undefined) => /(^|[\s,;])respond-async($|[\s,;])/i.test(String(prefer ?? ''))

export function programRoutes(app: App) {
  serve(app, createProgram, async ({ ctx, actor, body, request, reply }) => {
    const program = await programs.createProgramOf(ctx, actor, body, prefersBehind(request.headers['prefer']))
    if (program.status === 'queued' || program.status === 'making') reply.code(202)
    return program
  })
  serve(app, compilePlan, ({ ctx, actor, body }) => compile(ctx, actor, body))
  serve(app, listPrograms, ({ ctx, actor, query }) => programs.listProgramsOf(ctx, actor, query))
  serve(app, getProgram, ({ ctx, actor, params }) => programs.getProgramOf(ctx, actor, params.id))
  serve(app, changeProgram, ({ ctx, actor, params, body }) => programs.changeProgramOf(ctx, actor, params.id, body))
  serve(app, deleteProgram, ({ ctx, actor, params }) => programs.deleteProgramOf(ctx, actor, params.id))
  serve(app, shareProgram, ({ ctx, actor, params }) => shareProgramOf(ctx, actor, params.id))
  serve(app, unshareProgram, ({ ctx, actor, params }) => unshareProgramOf(ctx, actor, params.id))
  serve(app, getSharedProgram, ({ ctx, params }) => sharedProgram(ctx, params.token))
  serve(app, copySharedProgram, ({ ctx, actor, params, body }) => copyShared(ctx, actor, params.token, body), { unit: 'own' })
}
