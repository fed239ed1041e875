import { Component, type ReactNode } from 'react'
import { faultText } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { words } from './words.ts'

/** When a screen breaks. What was logged is in the journal and is not touched by this. */
export class ScreenFault extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override readonly state: { readonly error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return (
      <EmptyState
        as="h1"
        title={words.broke}
        action={
          <Button look="primary" big onClick={() => location.reload()}>
            {words.reload}
          </Button>
        }
      >
        {faultText(this.state.error)} {words.brokeText}
      </EmptyState>
    )
  }
}
