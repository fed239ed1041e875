import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { queries } from '../lib/queries.ts'
import { useSettings } from '../lib/settings.ts'
import { UnitContext } from '../ui/load.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import { Screens } from './screens.tsx'

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <InTheLiftersUnit>
        <ToastProvider>
          <Screens />
        </ToastProvider>
      </InTheLiftersUnit>
    </QueryClientProvider>
  )
}

function InTheLiftersUnit({ children }: { readonly children: ReactNode }) {
  return <UnitContext value={useSettings().unit}>{children}</UnitContext>
}
