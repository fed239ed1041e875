import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from './second-factor-words.ts'

const KEY = ['second-factor']

/** Comes with a drawer of QR codes, which few ever need. */
const SecondFactorSteps = lazy(async () => ({ default: (await import('./second-factor-steps.tsx')).SecondFactorSteps }))

export function SecondFactorSettings() {
  const queries = useQueryClient()
  const state = useQuery({ queryKey: KEY, queryFn: () => call('GET /v1/auth/2fa', {}) })
  const [open, setOpen] = useState(false)

  function close() {
    setOpen(false)
    void queries.invalidateQueries({ queryKey: KEY })
  }

  if (state.data === undefined) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{state.data.isOn ? words.on : words.off}</Button>
      <Sheet title={words.title} open={open} onClose={close}>
        <Suspense>
          <SecondFactorSteps state={state.data} onDone={close} />
        </Suspense>
      </Sheet>
    </>
  )
}
