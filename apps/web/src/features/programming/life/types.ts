import type { Api } from '@gymgenius/contracts'
import type { ReplyOf } from '../../../lib/api.ts'

/** What the server says and takes of a program that is lived. */
export type Program = ReplyOf<'GET /v1/programs/{id}'>
export type Week = NonNullable<Program['weeks']>[number]
export type Session = Week['days'][number]
export type Agenda = ReplyOf<'GET /v1/programs/{id}/agenda'>
export type AgendaDay = Agenda['items'][number]
export type WhatIf = ReplyOf<'POST /v1/programs/{id}/what-if'>
export type Patch = ReplyOf<'GET /v1/programs/{id}/changes'>['items'][number]
export type Change = NonNullable<Api['POST /v1/programs/{id}/what-if']['body']>['change']
/** A difference, a notice or a reason: a code and what it is about. */
export type Line = Patch['diff'][number]

export const sessionOf = ({ weeks = [] }: Pick<Program, 'weeks'>, session: number): Session | undefined =>
  weeks.flatMap(({ days }) => days).find((day) => day.session === session)

export const isOpen = ({ status }: Pick<AgendaDay, 'status'>) => status === 'next' || status === 'planned'
