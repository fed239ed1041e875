import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { editFile, replacedEach, replacedOnce } from './text-edits.ts'

const OURS = `	<key>LSRequiresIPhoneOS</key>
	<true/>
	<key>NSLocalNetworkUsageDescription</key>
	<string>Your GymGenius server may stand in your own network.</string>
	<key>ITSAppUsesNonExemptEncryption</key>
	<false/>
	<key>CFBundleLocalizations</key>
	<array>
		<string>en</string>
		<string>de</string>
		<string>es</string>
	</array>`

/** What we ask of iOS beside the template. */
export const infoOf = (template: string): string => replacedOnce(template, '\t<key>LSRequiresIPhoneOS</key>\n\t<true/>', OURS)

/** Puts our settings and pictures into a freshly generated project. */
export function settleIos(project: string, { version, resources }: { version: string; resources: string }) {
  const app = join(project, 'App/App')
  editFile(join(app, 'Info.plist'), infoOf)
  editFile(join(project, 'App/App.xcodeproj/project.pbxproj'), (text) =>
    replacedEach(text, /MARKETING_VERSION = 1\.0;/g, `MARKETING_VERSION = ${version};`),
  )
  cpSync(join(resources, 'icon-1024.png'), join(app, 'Assets.xcassets/AppIcon.appiconset/AppIcon-512@2x.png'))
  for (const name of ['splash-2732x2732', 'splash-2732x2732-1', 'splash-2732x2732-2'])
    cpSync(join(resources, 'splash-2732.png'), join(app, `Assets.xcassets/Splash.imageset/${name}.png`))
}
