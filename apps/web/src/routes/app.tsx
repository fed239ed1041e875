import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { queries } from '../lib/queries.ts'
import { useSettings } from '../lib/settings.ts'
import { UnitContext } from '../ui/load.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import { router } from './router.tsx'

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <InTheLiftersUnit>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </InTheLiftersUnit>
    </QueryClientProvider>
  )
}

function InTheLiftersUnit({ children }: { readonly children: ReactNode }) {
  return <UnitContext value={useSettings().unit}>{children}</UnitContext>
}
