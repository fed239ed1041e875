import type { Import } from '@gymgenius/contracts'

/** What is remembered of a file between the preview and the end: all of the answer that does not change with time. */
export type Preview = Omit<Import, 'id' | 'status' | 'fileName' | 'unit' | 'createdAt' | 'progress' | 'failure'>
