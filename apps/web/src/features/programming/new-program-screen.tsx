import { useParams } from '../../lib/router.tsx'
import { type Step, steps } from './making/steps.ts'
import { Wizard } from './making/wizard.tsx'

/** Makes a program: the first question. */
export const NewProgramScreen = () => <Wizard step="goals" />

/** The others, each at an address of its own: the browser's back and forward go through them. */
export function NewProgramStepScreen() {
  const { step } = useParams({ from: '/programs/new/$step' })
  const asked = steps.find((one) => one === step) ?? ('goals' satisfies Step)
  return <Wizard key={asked} step={asked} />
}
