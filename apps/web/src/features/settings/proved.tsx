import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../lib/api.ts'
import { asksProof, ProofForm } from './proof-form.tsx'

type Act = () => Promise<void>

/** Around what may ask who this is: does it, or shows the form for the password first and does it then. */
export function Proved({ children }: { readonly children: (proved: (act: Act) => Act) => ReactNode }) {
  const state = useQuery({ queryKey: ['second-factor'], queryFn: () => call('GET /v1/auth/2fa', {}) })
  /** What waits for the password. */
  const [waiting, setWaiting] = useState<Act>()

  const proved = (act: Act) => async () => {
    try {
      await act()
    } catch (error) {
      if (!asksProof(error)) throw error
      setWaiting(() => act)
    }
  }

  if (waiting === undefined) return children(proved)
  const goOn = async () => {
    await waiting()
    setWaiting(undefined)
  }
  return <ProofForm withCode={state.data?.isOn === true} onProved={goOn} />
}
