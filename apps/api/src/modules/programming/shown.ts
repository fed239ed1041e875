import { type ProblemCode, problems, type Program, type ProgramSummary } from '@gymgenius/contracts'
import { isoOf } from '@gymgenius/domain'
import { weeksShown } from './planning.ts'
import type { MadeProgram, ProgramRecord } from './programs.repository.ts'

export function summaryOf(program: ProgramRecord, sessionsDone: number): ProgramSummary {
  const { id, name, status, state, source, scheme, startedOn, sessions, weekCount, isShared, failureCode } = program
  return {
    id,
    name,
    status,
    state,
    source,
    ...(scheme !== null && { scheme }),
    createdAt: isoOf(program.createdAt),
    changedAt: isoOf(program.updatedAt),
    ...(startedOn !== null && { startedOn }),
    sessionsDone,
    sessions,
    weekCount,
    isShared,
    ...(failureCode !== null && { failure: { code: failureCode, title: problems[failureCode as ProblemCode]?.title ?? '' } }),
  }
}

export function shownProgram(program: ProgramRecord, sessionsDone: number, made: MadeProgram | undefined): Program {
  return {
    ...summaryOf(program, sessionsDone),
    ...(made !== undefined && { weeks: weeksShown(made.plan.weeks) }),
    ...(made !== undefined && made.report !== null && { report: made.report }),
    ...(program.request !== null && { request: program.request }),
    ...(program.written !== null && { written: program.written }),
  }
}
