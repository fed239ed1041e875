declare module 'virtual:words' {
  import type { Messages } from '@lingui/core'

  export const catalogOf: (name: `${string}/${'first' | 'rest'}`) => Promise<Messages>
}
