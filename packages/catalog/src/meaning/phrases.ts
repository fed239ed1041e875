import { wordsOf } from '../reading.ts'
import { fillers, phrases as spelled } from '../words.ts'
import { contextWords, idle, intents, jointWords, lexicon, negators, onlyWords, painWords } from './lexicon.ts'
import type { Joint } from '@gymgenius/domain'

export type Intent = keyof typeof intents

/** All that one phrase can mean; what it does mean depends on its neighbours. */
export interface Meaning {
  /** Features with their weights. */
  readonly wants?: readonly (readonly [string, number])[]
  /** Checks that a movement has to pass. */
  readonly checks?: readonly string[]
  /** A part of the body that may hurt. */
  readonly joint?: Joint
  readonly role?: 'pain' | 'negator' | 'only' | 'context' | 'idle' | 'unread'
  readonly intent?: Intent
}

/** Words a phrase may have. */
export const LONGEST = 6

/** What is known of a phrase, by its words as `wordsOf` gives them. */
export const meanings: ReadonlyMap<string, Meaning> = compile()

function compile(): Map<string, Meaning> {
  const all = new Map<string, Meaning>()
  const add = (phrase: string, meaning: Meaning) => {
    const key = wordsOf(phrase).join(' ')
    all.set(key, { ...all.get(key), ...meaning })
  }
  for (const [phrase, means] of spelled) add(phrase, { wants: means.map(spelledFeature) })
  for (const filler of fillers) add(filler, { role: 'idle' })
  for (const phrase of idle.split(', ')) add(phrase, { role: 'idle' })
  for (const [features, said] of Object.entries(lexicon)) for (const phrase of said.split(', ')) add(phrase, readFeatures(features))
  for (const [joint, said] of Object.entries(jointWords)) for (const phrase of said.split(', ')) add(phrase, { joint: joint as Joint })
  for (const [intent, said] of Object.entries(intents)) for (const phrase of said.split(', ')) add(phrase, { intent: intent as Intent })
  for (const phrase of painWords.split(', ')) add(phrase, { role: 'pain' })
  for (const phrase of negators.split(', ')) add(phrase, { role: 'negator' })
  for (const phrase of contextWords.split(', ')) add(phrase, { role: 'context' })
  for (const phrase of onlyWords.split(', ')) add(phrase, { role: 'only' })
  return all
}

function spelledFeature(word: string) {
  return [word.startsWith('@') ? `equipment:${word.slice(1)}` : `word:${word}`, 1] as const
}

/** `muscle:chest*0.5 -tag:explosive refuse:loud` → weights and checks. */
function readFeatures(text: string): Meaning {
  const wants: (readonly [string, number])[] = []
  const checks: string[] = []
  for (const part of text.split(' ')) {
    if (/^(refuse|only):/.test(part)) checks.push(part)
    else {
      const [feature = '', weight = '1'] = part.replace(/^-/, '').split('*')
      wants.push([feature === 'home' ? 'tag:home' : feature, part.startsWith('-') ? -Number(weight) : Number(weight)])
    }
  }
  return { wants, ...(checks.length > 0 ? { checks } : {}) }
}
