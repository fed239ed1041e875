import type { ProgramId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../lib/api.ts'
import { dateText, timeText } from '../../../lib/dates.ts'
import { useParams } from '../../../lib/router.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { changeName, type Names, whyLines } from './change-texts.ts'
import { authorNames, changeWords as words, stateNames } from './change-words.ts'
import { changesQuery, programQuery } from './queries.ts'
import { refusalText } from './refusals.ts'
import type { Patch, Program } from './types.ts'
import { useNames } from './use-names.ts'
import { useDoing } from './use-doing.ts'
import { DiffLines } from './what-if-result.tsx'
import { Unreachable } from '../../../lib/unreachable.ts'

/** Every change of a program, newest first: who, when, why and what; suggestions wait at the top. */
export function ChangesScreen() {
  const { programId } = useParams({ from: '/programs/$programId/changes' })
  const id = programId as ProgramId
  const program = useQuery(programQuery(id))
  const changes = useQuery(changesQuery(id))
  const error = program.error ?? changes.error
  return (
    <Page title={words.title}>
      {error !== null && (
        <Notice tone="caution">{error instanceof Unreachable ? words.needsServerToShow : refusalText(error, 'undo')}</Notice>
      )}
      {program.data === undefined || changes.data === undefined
        ? error === null && <Skeleton lines={4} />
        : changes.isSuccess && <List program={program.data} patches={changes.data.items} />}
    </Page>
  )
}

function List({ program, patches }: { readonly program: Program; readonly patches: readonly Patch[] }) {
  const names = useNames(program)
  if (patches.length === 0) return <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
  const waiting = patches.filter(({ state }) => state === 'proposed')
  const others = patches.filter(({ state }) => state !== 'proposed')
  return [...waiting, ...others].map((patch) => <PatchCard key={patch.id} program={program} patch={patch} names={names} />)
}

function PatchCard({ program, patch, names }: { readonly program: Program; readonly patch: Patch; readonly names: Names }) {
  const { author, state, reason, note, diff, at, canUndo } = patch
  const when = Date.parse(at)
  const [isOpen, setOpen] = useState(state === 'proposed')
  const isWaiting = state === 'proposed'
  return (
    <Card title={changeName(reason, diff, names)}>
      <p className="-mt-2 text-note text-soft">
        {authorNames[author]} · {dateText(when)}, {timeText(when)} ·{' '}
        <span className={isWaiting ? 'font-semibold text-caution' : ''}>{isWaiting ? words.waits : stateNames[state]}</span>
      </p>
      {whyLines(reason).map((line) => (
        <p key={line} className="mt-1 text-note">
          {line}
        </p>
      ))}
      {note !== undefined && <p className="mt-1 text-note">{words.yourNote(note)}</p>}
      <details className="mt-1" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex min-h-11 cursor-pointer items-center text-note text-accent underline">{words.whatExactly}</summary>
        <DiffLines lines={diff} names={names} />
      </details>
      <Decisions program={program} patch={patch} />
      {state === 'applied' && !canUndo && <p className="mt-2 text-note text-soft">{words.cannotUndo}</p>}
    </Card>
  )
}

function Decisions({ program: { id }, patch }: { readonly program: Program; readonly patch: Patch }) {
  const [isBusy, setBusy] = useState(false)
  const { attempt, undo } = useDoing(id)
  const decide = (accept: boolean) =>
    attempt(
      () => call('POST /v1/programs/{id}/changes/{patch}/decision', { params: { id, patch: patch.id }, body: { accept } }),
      accept ? words.accepted : words.refused,
      accept ? 'accept' : 'refuse',
    )
  const once = (act: () => Promise<unknown>) => () => {
    setBusy(true)
    void act().finally(() => setBusy(false))
  }
  if (patch.state === 'proposed') {
    return (
      <div className="mt-3 flex gap-2">
        <Button look="primary" className="flex-1" busy={isBusy} onClick={once(() => decide(true))}>
          {words.accept}
        </Button>
        <Button className="flex-1" busy={isBusy} onClick={once(() => decide(false))}>
          {words.refuse}
        </Button>
      </div>
    )
  }
  if (!patch.canUndo) return null
  return (
    <Button className="mt-3" busy={isBusy} onClick={once(() => undo(patch.id))}>
      {words.undo}
    </Button>
  )
}
