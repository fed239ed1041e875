import {
  changePlan,
  decidePatch,
  enrol,
  getAgenda,
  getNextSession,
  leaveProgram,
  listPatches,
  markSession,
  regenerateProgram,
  startSession,
  undoPatch,
  whatIf,
} from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { getAgendaOf, nextSession } from './agenda.service.ts'
import { changePlanOf, decidePatchOf, listPatchesOf, undoPatchOf } from './changes.service.ts'
import { enrolIn, leave, markSessionOf, startFrom } from './enrolment.service.ts'
import { regenerate } from './remaking.service.ts'
import { whatIfOf } from './what-if.service.ts'

export function lifeRoutes(app: App) {
  serve(app, getNextSession, ({ ctx, actor }) => nextSession(ctx, actor))
  serve(app, getAgenda, ({ ctx, actor, params }) => getAgendaOf(ctx, actor, params.id))
  serve(app, enrol, ({ ctx, actor, params, body }) => enrolIn(ctx, actor, params.id, body))
  serve(app, leaveProgram, ({ ctx, actor, params }) => leave(ctx, actor, params.id))
  serve(app, startSession, ({ ctx, actor, params, body }) => startFrom(ctx, actor, params, body))
  serve(app, markSession, ({ ctx, actor, params, body }) => markSessionOf(ctx, actor, params, body))
  serve(app, regenerateProgram, ({ ctx, actor, params, body }) => regenerate(ctx, actor, params.id, body))
  serve(app, whatIf, ({ ctx, actor, params, body }) => whatIfOf(ctx, actor, params.id, body.change))
  serve(app, changePlan, ({ ctx, actor, params, body }) => changePlanOf(ctx, actor, params.id, body))
  serve(app, listPatches, ({ ctx, actor, params }) => listPatchesOf(ctx, actor, params.id))
  serve(app, decidePatch, ({ ctx, actor, params, body }) => decidePatchOf(ctx, actor, params, body.accept))
  serve(app, undoPatch, ({ ctx, actor, params }) => undoPatchOf(ctx, actor, params))
}
