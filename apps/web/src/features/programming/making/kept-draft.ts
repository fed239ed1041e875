import { useState } from 'react'
import { currentSession } from '../../../lib/session.ts'
import { changed, type ChangeDraft, type Draft } from './draft.ts'

const key = () => `gymgenius.program-draft.${currentSession().account?.id ?? ''}`

/** What is typed stays on this phone until the program is made: through a reload, a call, and a change of mind. */
export function useDraft(): readonly [Draft, ChangeDraft] {
  const [draft, setDraft] = useState(keptDraft)
  const change: ChangeDraft = (said) => {
    const after = changed(keptDraft(), said)
    keepDraft(after)
    setDraft(after)
  }
  return [draft, change]
}

function keptDraft(): Draft {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? '{}') as Draft
  } catch {
    return {}
  }
}

const keepDraft = (draft: Draft) => localStorage.setItem(key(), JSON.stringify(draft))
/** Begins the wizard with some answers given. */
export const beginDraft = (draft: Draft) => keepDraft(draft)
export const forgetDraft = () => localStorage.removeItem(key())
