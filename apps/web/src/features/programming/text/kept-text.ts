import { currentSession } from '../../../lib/session.ts'

const key = () => `gymgenius.program-text.${currentSession().account?.id ?? ''}`

/** A text that is being written stays on this phone until a program is made of it. */
export const keptText = () => localStorage.getItem(key()) ?? ''
export const keepText = (text: string) => (text === '' ? forgetText() : localStorage.setItem(key(), text))
export const forgetText = () => localStorage.removeItem(key())
