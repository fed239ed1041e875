import type { Import } from '@gymgenius/contracts'
import { isoOf } from '@gymgenius/domain'
import type { ImportRecord } from './imports.repository.ts'

export function shown({ id, status, fileName, unit, preview, progress, failure, createdAt }: ImportRecord): Import {
  return {
    ...preview,
    id,
    status,
    fileName,
    unit,
    createdAt: isoOf(createdAt),
    ...(status === 'committing' || status === 'undoing' ? { progress } : {}),
    ...(status === 'failed' && failure !== undefined ? { failure } : {}),
  }
}
