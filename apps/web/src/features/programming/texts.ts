import type { ProgramItem, ProgramReason } from '@gymgenius/domain'
import { language } from '../../lib/language.ts'
import { jointNames, muscleGroupNames, muscleNames, patternNames } from '../../ui/movement-words.ts'
import { midSentence } from '../../ui/locale.ts'
import { stepNames } from './report-words.ts'
import { reasonTexts } from './words.ts'

/** Why a movement is there, as far as this app has the words; a newer server's own English sentence only where English is spoken. */
export function reasonText({ reason, reasons }: Pick<ProgramItem, 'reason' | 'reasons'>): string {
  const known = reasons.find(({ code }) => reasonTexts[code] !== undefined)
  if (language === 'en' && known !== reasons[0]) return reason
  return known === undefined ? '' : reasonTexts[known.code]!(aboutOf(known))
}

/** All that speaks for a movement where it stands, as far as this app has the words. */
export const whyText = ({ reason, reasons }: Pick<ProgramItem, 'reason' | 'reasons'>): string => {
  const said = reasons.flatMap((one) => reasonTexts[one.code]?.(aboutOf(one)) ?? [])
  return said.length > 0 ? [...new Set(said)].map((text) => `${text}.`).join(' ') : reasonText({ reason, reasons })
}

function aboutOf({ facts }: ProgramReason): string {
  const names: Readonly<Record<string, string>> = { ...muscleGroupNames, ...muscleNames, ...patternNames, ...jointNames, ...stepNames }
  const about = facts?.['pattern'] ?? facts?.['muscle'] ?? facts?.['joint'] ?? facts?.['step']
  return about === undefined ? '' : midSentence(names[about] ?? String(about))
}
