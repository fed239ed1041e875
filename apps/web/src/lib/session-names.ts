import { lettered, whole } from './session-name-words.ts'

/** What two sessions that became one are named by. */
const MERGED = ' + '

/** A name that a program gave to a session, in the lifter's language; any other, so every one that a lifter wrote, as it is. */
export const sessionName = (name: string): string => {
  const parts = name.split(MERGED).map(translated)
  return parts.includes(undefined) ? name : parts.join(MERGED)
}

function translated(name: string): string | undefined {
  const [, focus, letter] = /^(.+) ([ABC])$/.exec(name) ?? []
  return focus === undefined ? (whole[name] ?? (/^[AB]$/.test(name) ? name : undefined)) : lettered[focus] && `${lettered[focus]} ${letter}`
}
