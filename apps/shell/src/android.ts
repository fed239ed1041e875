import { cpSync, globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { editFile, replacedEach, replacedOnce } from './text-edits.ts'

const PERMISSIONS = `<uses-permission android:name="android.permission.INTERNET" />
    <uses-permission android:name="android.permission.VIBRATE" />
    <!-- The end of a rest is an alarm to the second. -->
    <uses-permission android:name="android.permission.USE_EXACT_ALARM" />
    <uses-permission android:name="android.permission.SCHEDULE_EXACT_ALARM" android:maxSdkVersion="32" />
    <uses-permission android:name="android.permission.POST_NOTIFICATIONS" />`

/** What we ask of Android beside the template. No backup: it would carry the sign-in to another phone. */
export function manifestOf(template: string): string {
  const closed = replacedOnce(
    template,
    'android:allowBackup="true"',
    'android:allowBackup="false"\n        android:networkSecurityConfig="@xml/network_security_config"',
  )
  return replacedOnce(closed, '<uses-permission android:name="android.permission.INTERNET" />', PERMISSIONS)
}

/** `0.12.3` is 1203: stores want a number that grows. */
export function versionCode(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return major * 10_000 + minor * 100 + patch
}

/** Puts our settings and pictures into a freshly generated project. */
export function settleAndroid(project: string, { version, icons, resources }: { version: string; icons: string; resources: string }) {
  const main = join(project, 'app/src/main')
  editFile(join(main, 'AndroidManifest.xml'), manifestOf)
  editFile(join(project, 'app/build.gradle'), (gradle) =>
    replacedOnce(
      replacedOnce(gradle, 'versionCode 1\n', `versionCode ${versionCode(version)}\n`),
      'versionName "1.0"',
      `versionName "${version}"`,
    ),
  )
  editFile(join(main, 'res/values/ic_launcher_background.xml'), (colour) => replacedEach(colour, /#FFFFFF/g, '#0F172A'))

  for (const file of globSync(['res/drawable*/splash.png', 'res/mipmap-*/*.png', 'res/drawable*/ic_launcher_*.xml'], { cwd: main }))
    rmSync(join(main, file))
  // The sharpest density is enough: Android makes the others of it.
  const mipmap = join(main, 'res/mipmap-xxxhdpi')
  for (const name of ['ic_launcher', 'ic_launcher_round']) cpSync(join(icons, 'icon-192.png'), join(mipmap, `${name}.png`))
  cpSync(join(icons, 'icon-maskable-512.png'), join(mipmap, 'ic_launcher_foreground.png'))
  cpSync(join(resources, 'android'), join(main, 'res'), { recursive: true })
}
