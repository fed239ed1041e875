declare module 'virtual:words' {
  import type { Messages } from '@lingui/core'

  export function catalogOf(name: `${string}/${'first' | 'rest'}`): Promise<Messages>
  /** Of the library's movements, by their ids. */
  export function catalogOf(name: `${string}/names`): Promise<Readonly<Record<string, string>>>
}
