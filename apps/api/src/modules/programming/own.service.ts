import { Problem } from '@gymgenius/contracts'
import type { AthleteId, ProgramId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { findProgram, type ProgramRecord } from './programs.repository.ts'

/** The lifter's program of this id; another's is as unknown as none. */
export async function ownProgram(ctx: Ctx, athleteId: AthleteId, id: ProgramId): Promise<ProgramRecord> {
  const program = await findProgram(ctx.db, athleteId, id)
  if (program === undefined) throw new Problem('programming.program_not_found')
  return program
}
