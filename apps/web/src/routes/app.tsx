import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useLayoutEffect } from 'react'
import { queries } from '../lib/queries.ts'
import { useSettings } from '../lib/settings.ts'
import { UnitContext } from '../ui/load.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import { Screens } from './screens.tsx'

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <AsTheLifterWants>
        <ToastProvider>
          <Screens />
        </ToastProvider>
      </AsTheLifterWants>
    </QueryClientProvider>
  )
}

function AsTheLifterWants({ children }: { readonly children: ReactNode }) {
  const { unit, hand } = useSettings()

  // The stylesheet puts buttons under this hand's thumb, and asks the page for it.
  useLayoutEffect(() => {
    document.documentElement.dataset['hand'] = hand
  }, [hand])

  return <UnitContext value={unit}>{children}</UnitContext>
}
