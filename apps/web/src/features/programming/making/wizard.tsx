import { useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import { call, faultText } from '../../../lib/api.ts'
import { localDayInput } from '../../../lib/day-input.ts'
import { newId } from '../../../lib/ids.ts'
import { useNavigate } from '../../../lib/router.tsx'
import { Unreachable } from '../../../lib/unreachable.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { PROFILE, PROGRAMS } from '../keys.ts'
import { answersOf, type Hindrance, hindrancesOf, type Known, profileWith, requestOf } from './answers.ts'
import { CheckStep, placeOf } from './check-step.tsx'
import type { ChangeDraft, Draft } from './draft.ts'
import { GoalsStep } from './goals-step.tsx'
import { forgetDraft, useDraft } from './kept-draft.ts'
import { useKnown } from './known.ts'
import { MoreStep } from './more-step.tsx'
import { PlaceStep } from './place-step.tsx'
import { faultsOf } from './refusal.ts'
import type { StepProps } from './step.tsx'
import { type Step, steps } from './steps.ts'
import { WeekStep } from './week-step.tsx'
import { makingWords as words } from './words.ts'
import { YouStep } from './you-step.tsx'

const screens: Readonly<Record<Step, ComponentType<StepProps>>> = {
  goals: GoalsStep,
  week: WeekStep,
  place: PlaceStep,
  you: YouStep,
  more: MoreStep,
  check: CheckStep,
}

/** What has to be put right before its own step is left. */
const holds: Partial<Readonly<Record<Step, readonly Hindrance[]>>> = {
  goals: ['dollars_left'],
  week: ['few_weekdays'],
  more: ['test_passed', 'test_too_near'],
  check: ['dollars_left', 'few_weekdays', 'test_passed', 'test_too_near'],
}

/** One question of the wizard; what was answered so far is kept on this phone. */
export function Wizard({ step }: { readonly step: Step }) {
  const known = useKnown()
  const place = steps.indexOf(step) + 1
  const aside = <span className="shrink-0 text-note text-soft tabular">{words.stepOf(place, steps.length)}</span>
  return known === undefined ? (
    <Page title={words.steps[step]} aside={aside}>
      {null}
    </Page>
  ) : (
    <Question step={step} known={known} aside={aside} />
  )
}

function Question({ step, known, aside }: { readonly step: Step; readonly known: Known; readonly aside: React.ReactNode }) {
  const navigate = useNavigate()
  const [draft, change] = useDraft()
  const answers = answersOf(draft, known)
  const today = localDayInput(known.now)
  const hindrances = hindrancesOf(answers, today)
  const { make, isBusy, fault } = useMaking(known, today)
  const Screen = screens[step]
  const place = steps.indexOf(step)
  const [before, after] = [steps[place - 1], steps[place + 1]]
  const isHeld = hindrances.some((hindrance) => holds[step]?.includes(hindrance))

  return (
    <Page
      title={words.steps[step]}
      aside={aside}
      action={
        <div className="flex gap-2">
          {before !== undefined && (
            <Button className="min-h-14" aria-label={words.back} title={words.back} onClick={() => void navigate(placeOf(before))}>
              <ArrowLeft aria-hidden size={22} />
            </Button>
          )}
          {after !== undefined ? (
            <Button look="primary" big disabled={isHeld} onClick={() => void navigate(placeOf(after))}>
              {words.next}
            </Button>
          ) : (
            <Button look="primary" big disabled={isHeld} busy={isBusy} onClick={() => void make(draft, change)}>
              {words.create}
            </Button>
          )}
        </div>
      }
    >
      <Screen answers={answers} draft={draft} known={known} hindrances={hindrances} change={change} />
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      {after !== undefined && after !== 'check' && (
        <Button look="quiet" disabled={isHeld} onClick={() => void navigate(placeOf('check'))}>
          {words.restAsUsual}
        </Button>
      )}
    </Page>
  )
}

/** Asks for the program; a refusal stands at the answer that it is about. */
function useMaking(known: Known, today: string) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()

  async function make(draft: Draft, change: ChangeDraft) {
    const id = draft.id ?? newId<'program'>()
    change({ id })
    setBusy(true)
    setFault(undefined)
    try {
      await call('POST /v1/programs', { body: requestOf(draft, known, id, seedOf(id), today) })
      if (draft.remembers !== false) await remember(draft)
      forgetDraft()
      await queries.invalidateQueries({ queryKey: PROGRAMS })
      await navigate({ to: '/programs/$programId', params: { programId: id }, replace: true })
    } catch (error) {
      const faults = faultsOf(error)
      if (faults !== undefined) change({ faults })
      else setFault(error instanceof Unreachable ? words.notReached : faultText(error))
      if (!(error instanceof Unreachable)) change({ id: undefined as never })
      setBusy(false)
    }
  }
  /** The program is made: that its answers could not be kept is no fault of it. */
  async function remember(draft: Draft) {
    const profile = profileWith(known, draft)
    await call('PUT /v1/profile', { body: profile }).then(
      () => queries.setQueryData(PROFILE, profile),
      () => undefined,
    )
  }
  return { make, isBusy, fault }
}

/** Another program each time, and the same one where the same is asked again. */
const seedOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(-8), 16)
