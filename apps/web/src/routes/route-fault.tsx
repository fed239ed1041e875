import { faultText } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** When a screen breaks. What was logged is in the journal and is not touched by this. */
export function RouteFault({ error }: { readonly error: unknown }) {
  return (
    <EmptyState
      title="This screen broke"
      action={
        <Button look="primary" big onClick={() => location.reload()}>
          Reload
        </Button>
      }
    >
      {faultText(error)} Your sets are safe on this phone.
    </EmptyState>
  )
}
