import { useState } from 'react'
import { currentSession } from '../../../lib/session.ts'
import { emptyDay, type WrittenDay } from './day.ts'
import { handWords as words } from './words.ts'

/** A program as far as it is written. */
export interface Writing {
  readonly name: string
  readonly weeks: number
  readonly days: readonly WrittenDay[]
}

const key = () => `gymgenius.program-writing.${currentSession().account?.id ?? ''}`
const blank = (): Writing => ({ name: '', weeks: 8, days: [emptyDay(words.sessionNamed(1))] })

/** What is written stays on this phone until it is kept as a program. */
export function useWriting(): readonly [Writing, (change: Partial<Writing>) => void] {
  const [writing, setWriting] = useState(kept)
  const change = (said: Partial<Writing>) => {
    const after = { ...kept(), ...said }
    localStorage.setItem(key(), JSON.stringify(after))
    setWriting(after)
  }
  return [writing, change]
}

function kept(): Writing {
  try {
    return { ...blank(), ...(JSON.parse(localStorage.getItem(key()) ?? '{}') as Partial<Writing>) }
  } catch {
    return blank()
  }
}

export const forgetWriting = () => localStorage.removeItem(key())
