import {
  changeGrant,
  endGrant,
  giveGrant,
  leaveAthlete,
  listGrants,
  listTrained,
  lookAtBodyWeights,
  lookAtInjuries,
  lookAtPicture,
  lookAtPrograms,
  lookAtRecords,
  lookAtRecovery,
  lookAtSoreness,
  lookAtWorkouts,
  takeGrant,
} from '@gymgenius/contracts'
import type { BodyWeight, Recovery, Soreness } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { notesOf } from '../diary/index.ts'
import { listPains } from '../movements/index.ts'
import { sendPicture } from '../pictures/index.ts'
import { change, end, give, listGrantsOf } from './grants.service.ts'
import { seenPrograms, seenRecords, seenWorkouts } from './looks.service.ts'
import { leave, listAthletes, look, seePicture, takeCode } from './training.service.ts'

const weights = notesOf<BodyWeight>('body_weight')
const nights = notesOf<Recovery>('recovery')
const soreness = notesOf<Soreness>('soreness')

/** A look opens two units, one that writes it down and one that reads; an answer with a code in it is remembered nowhere. */
export function trainerRoutes(app: App) {
  const own = { unit: 'own' } as const
  serve(app, listGrants, ({ ctx, actor }) => listGrantsOf(ctx, actor))
  serve(app, giveGrant, ({ ctx, actor, body }) => give(ctx, actor, body), own)
  serve(app, changeGrant, ({ ctx, actor, params, body }) => change(ctx, actor, params.id, body), own)
  serve(app, endGrant, ({ ctx, actor, params }) => end(ctx, actor, params.id))

  serve(app, listTrained, ({ ctx, actor }) => listAthletes(ctx, actor))
  serve(app, takeGrant, ({ ctx, actor, body }) => takeCode(ctx, actor, body.code), own)
  serve(app, leaveAthlete, ({ ctx, actor, params }) => leave(ctx, actor, params.id), own)
  serve(
    app,
    lookAtWorkouts,
    ({ ctx, actor, params, query }) => look(ctx, actor, params.id, 'workouts', (ctx, athlete) => seenWorkouts(ctx, athlete, query)),
    own,
  )
  serve(app, lookAtRecords, ({ ctx, actor, params }) => look(ctx, actor, params.id, 'workouts', seenRecords), own)
  serve(
    app,
    lookAtPrograms,
    ({ ctx, actor, params, query }) => look(ctx, actor, params.id, 'programs', (ctx, athlete) => seenPrograms(ctx, athlete, query)),
    own,
  )
  serve(
    app,
    lookAtBodyWeights,
    ({ ctx, actor, params, query }) => look(ctx, actor, params.id, 'body_weight', (ctx, athlete) => weights.list(ctx, athlete, query)),
    own,
  )
  serve(
    app,
    lookAtRecovery,
    ({ ctx, actor, params, query }) => look(ctx, actor, params.id, 'recovery', (ctx, athlete) => nights.list(ctx, athlete, query)),
    own,
  )
  serve(
    app,
    lookAtSoreness,
    ({ ctx, actor, params, query }) => look(ctx, actor, params.id, 'recovery', (ctx, athlete) => soreness.list(ctx, athlete, query)),
    own,
  )
  serve(app, lookAtInjuries, ({ ctx, actor, params }) => look(ctx, actor, params.id, 'injuries', listPains), own)
  serve(
    app,
    lookAtPicture,
    async ({ ctx, actor, params, request, reply }) => sendPicture(request, reply, await seePicture(ctx, actor, params.id)),
    own,
  )
}
