import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { faultText } from '../../lib/api.ts'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

/** What the server answered, once it did; why not, where it did not. */
export function Asked<Data>({ query, children }: { readonly query: UseQueryResult<Data>; readonly children: (data: Data) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <Notice tone="danger">{faultText(query.error)}</Notice>
  return <Skeleton lines={2} />
}
