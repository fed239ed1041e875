import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { versionCode } from './android.ts'
import { type Made, makeNative } from './make.ts'
import { replacedOnce, UnknownTemplate } from './text-edits.ts'
import { pageOf } from './web-files.ts'

/** As the web build leaves it. */
const PAGE = `<!doctype html><html lang="en"><head>
    <meta charset="utf-8" />
    <script type="module" crossorigin src="/assets/index-1.js"></script>
  <link rel="manifest" href="/manifest.webmanifest"></head><body><div id="app"></div></body></html>`

const shell = resolve(import.meta.dirname, '..')
const folder = `build/test-${process.pid}`
const built = mkdtempSync(join(tmpdir(), 'gymgenius-web-'))
let made: Made

beforeAll(() => {
  mkdirSync(join(built, 'assets'))
  writeFileSync(join(built, 'index.html'), PAGE)
  for (const name of ['assets/index-1.js', 'assets/index-1.js.map', 'service-worker.js', 'manifest.webmanifest'])
    writeFileSync(join(built, name), '')
  made = makeNative({ built, folder })
}, 60_000)
afterAll(() => {
  for (const path of [built, join(shell, folder)]) rmSync(path, { recursive: true, force: true })
})
const android = (file: string) => readFileSync(join(made.android, 'app/src/main', file), 'utf8')
const ios = (file: string) => readFileSync(join(made.ios, 'App/App', file), 'utf8')

test('both projects hold the web build, without what only a browser needs', () => {
  for (const files of [join(made.android, 'app/src/main/assets/public'), join(made.ios, 'App/App/public')]) {
    expect(existsSync(join(files, 'assets/index-1.js'))).toBe(true)
    expect(globSync(['service-worker.js', 'manifest.webmanifest', '**/*.map'], { cwd: files })).toEqual([])
    expect(readFileSync(join(files, 'index.html'), 'utf8')).not.toContain('webmanifest')
  }
})

test('the page says itself what it may load, because no server says it', () => {
  const page = pageOf(PAGE)
  expect(page).toContain("default-src 'none'; script-src 'self'")
  expect(page).not.toMatch(/unsafe-(inline|eval)|connect-src[^;]* http:(?!\/\/(localhost|127\.0\.0\.1))/)
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'))
})

test('the window shows the app’s own files over https and goes nowhere else', () => {
  const config = JSON.parse(android('assets/capacitor.config.json')) as Record<string, unknown>
  expect(config).toMatchObject({
    appId: 'app.gymgenius',
    appName: 'GymGenius',
    server: { androidScheme: 'https', iosScheme: 'capacitor', hostname: 'localhost', allowNavigation: [] },
  })
  expect(config['server']).not.toHaveProperty('url')
  expect(config['server']).not.toHaveProperty('cleartext')
})

test('Android asks for exact alarms and notifications, keeps no backup, and speaks https but to itself', () => {
  const manifest = android('AndroidManifest.xml')
  for (const name of ['INTERNET', 'VIBRATE', 'USE_EXACT_ALARM', 'SCHEDULE_EXACT_ALARM', 'POST_NOTIFICATIONS'])
    expect(manifest).toContain(`android.permission.${name}"`)
  expect(manifest).toContain('android:allowBackup="false"')
  expect(manifest).toContain('android:networkSecurityConfig="@xml/network_security_config"')
  const network = android('res/xml/network_security_config.xml')
  expect(network).toContain('cleartextTrafficPermitted="false"')
  expect(network).toContain('<certificates src="user" />')
  expect(JSON.parse(android('assets/capacitor.plugins.json'))).toMatchObject([
    { pkg: '@capacitor/app' },
    { pkg: '@capacitor/local-notifications' },
  ])
})

test('what is named is there: every picture and colour, once', () => {
  const pictures = globSync(['res/mipmap-*/*.png', 'res/drawable*/splash.*', 'res/drawable*/ic_*'], {
    cwd: join(made.android, 'app/src/main'),
  })
  expect(pictures.map((file) => file.replaceAll('\\', '/')).sort()).toEqual([
    'res/drawable/ic_stat_rest.xml',
    'res/drawable/splash.xml',
    'res/mipmap-xxxhdpi/ic_launcher.png',
    'res/mipmap-xxxhdpi/ic_launcher_foreground.png',
    'res/mipmap-xxxhdpi/ic_launcher_round.png',
  ])
  expect(android('res/values/ic_launcher_background.xml')).toContain('#0F172A')
})

test('iOS knows why the local network is asked for, and both know the version', () => {
  const { version } = JSON.parse(readFileSync(join(shell, '../../package.json'), 'utf8')) as { version: string }
  expect(ios('Info.plist')).toContain('NSLocalNetworkUsageDescription')
  expect(readFileSync(join(made.ios, 'App/App.xcodeproj/project.pbxproj'), 'utf8')).toContain(`MARKETING_VERSION = ${version};`)
  const gradle = readFileSync(join(made.android, 'app/build.gradle'), 'utf8')
  expect(gradle).toContain(`versionName "${version}"`)
  expect(gradle).toContain(`versionCode ${versionCode(version)}\n`)
})

test('a later version has a greater number', () => {
  expect(['0.1.0', '0.1.1', '0.2.0', '1.0.0', '1.0.12'].map(versionCode)).toEqual([100, 101, 200, 10_000, 10_012])
})

test('a template that looks otherwise is refused and not bent', () => {
  expect(() => replacedOnce('<a/>', '<b/>', '<c/>')).toThrow(UnknownTemplate)
  expect(() => replacedOnce('<a/><a/>', '<a/>', '<c/>')).toThrow(UnknownTemplate)
})

test('without a built app nothing is made, and the reason is said', () => {
  expect(() => makeNative({ built: join(built, 'nowhere'), folder })).toThrow(/make build/)
})
