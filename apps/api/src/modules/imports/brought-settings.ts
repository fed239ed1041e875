import type { Settings } from '@gymgenius/contracts'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { adjustSettings, settingsOf } from '../accounts/index.ts'
import type { ImportRecord, SettingsBefore } from './imports.repository.ts'

type Brought = NonNullable<ImportRecord['preview']['also']>['settings']

/** Takes settings over from a file; gives back what they were. */
export async function takeSettings(ctx: Ctx, actor: Athlete, settings: NonNullable<Brought>): Promise<SettingsBefore> {
  const here = await settingsOf(ctx, actor.athleteId)
  await adjustSettings(ctx, actor, settings)
  return Object.fromEntries(namesIn(settings).map((name) => [name, here[name] ?? null])) as SettingsBefore
}

/** Makes each setting what it was before an import, but for those that were changed since. */
export async function giveSettingsBack(ctx: Ctx, actor: Athlete, { preview, settingsBefore = {} }: ImportRecord): Promise<void> {
  const brought = preview.also?.settings ?? {}
  await actingAs(ctx, actor, async (ctx) => {
    const here = await settingsOf(ctx, actor.athleteId)
    const unchanged = namesIn(settingsBefore).filter((name) => here[name] === brought[name])
    await adjustSettings(ctx, actor, Object.fromEntries(unchanged.map((name) => [name, settingsBefore[name]])))
  })
}

const namesIn = (settings: object) => Object.keys(settings) as (keyof Settings)[]
