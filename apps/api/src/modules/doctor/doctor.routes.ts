import { examineServer } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import type { Room } from '../../platform/room.ts'
import { examineHere } from './doctor.service.ts'

/** Looking takes long, mostly waiting for others: no unit stays open meanwhile. */
export function doctorRoutes(app: App, rooms: readonly Room[]) {
  serve(app, examineServer, ({ ctx, actor }) => examineHere(ctx, actor, rooms), { unit: 'own' })
}
