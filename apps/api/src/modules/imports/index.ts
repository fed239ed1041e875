import type { Room } from '../../platform/room.ts'
import { writeImport } from './commit.service.ts'
import { importRoutes } from './imports.routes.ts'
import { forgetUndecided, listImports } from './imports.service.ts'
import { finishUndo } from './undo.service.ts'

export { RefusedFile } from './formats/logbook.ts'
export { readLogbook } from './formats/read.ts'
export { importFile } from './import-file.ts'

export const importsRoom: Room = {
  name: 'imports',
  mount: importRoutes,
  jobs: {
    'imports.commit': (ctx, { athleteId, importId }) => writeImport(ctx, athleteId, importId),
    'imports.undo': (ctx, { athleteId, importId }) => finishUndo(ctx, athleteId, importId),
  },
  personalData: {
    copy: async (ctx, athleteId) => ({
      imports: (await listImports(ctx, { kind: 'athlete', athleteId, loginSessionId: athleteId as never })).items,
    }),
  },
  chores: { 'imports.forget_undecided': { everySeconds: 3600, run: forgetUndecided } },
}
