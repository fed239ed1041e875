import type { ImportApp } from '@gymgenius/domain'

/** The app that a file comes from. */
export type Format = ImportApp

/** What a number in a message counts: lines of text, or sets where a file has no lines. */
export type Counts = 'lines' | 'sets'
