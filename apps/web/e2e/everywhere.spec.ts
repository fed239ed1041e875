import type { Path } from '../src/lib/paths.ts'
import { axeFaults } from './axe.ts'
import { misfits } from './misfits.ts'
import { expect, test } from './product.ts'
import { around } from './tour/around.ts'
import { floor } from './tour/floor.ts'
import { type Guide, type Route, wordsIn } from './tour/guide.ts'

const themes = {
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  light: { colorScheme: 'light', contrast: 'no-preference' },
  contrast: { colorScheme: 'dark', contrast: 'more' },
} as const

/** The smallest phone that is still about, a phone on its side, and twice as large letters on both sizes of screen. */
const shapes = [
  { width: 360, height: 640, text: 100 },
  { width: 844, height: 390, text: 100 },
  { width: 390, height: 844, text: 200 },
  { width: 1280, height: 800, text: 200 },
]

/** Every address of the app, and the chapter that comes by it: one that is added does not compile until it is here. */
const visitedIn: Readonly<Record<Exclude<Path, '/'>, string>> = {
  '/sign-in': 'doors',
  '/sign-up': 'doors',
  '/forgot-password': 'doors',
  '/reset-password': 'doors',
  '/confirm-email': 'doors',
  '/today': 'today',
  '/workout/$workoutId': 'workout',
  '/history': 'history',
  '/history/$workoutId': 'history',
  '/progress': 'report',
  '/progress/report': 'report',
  '/progress/$movementId': 'report',
  '/library': 'library',
  '/library/new': 'library',
  '/library/circuits': 'library',
  '/library/$movementId': 'library',
  '/library/$movementId/edit': 'library',
  '/routines': 'routines',
  '/routines/$routineId': 'routines',
  '/programs': 'programs',
  '/programs/new': 'programs',
  '/programs/new/$step': 'making',
  '/programs/$programId': 'programs',
  '/programs/$programId/changes': 'programs',
  '/programs/$programId/order': 'programs',
  '/programs/$programId/sessions/$session': 'programs',
  '/programs/$programId/text': 'making',
  '/programs/$programId/hand/$session': 'making',
  '/programs/by-hand': 'making',
  '/programs/$programId/print': 'making',
  '/programs/$programId/compare/$otherId': 'making',
  '/programs/schemes': 'making',
  '/programs/schemes/$slug': 'making',
  '/programs/text': 'making',
  '/shared/programs/$token': 'making',
  '/goals': 'goals',
  '/goals/year': 'goals',
  '/goals/$goalId': 'goals',
  '/settings': 'settings',
  '/gyms': 'gyms',
  '/gyms/$gymId': 'gyms',
  '/body-weight': 'body',
  '/import': 'import',
  '/privacy': 'privacy.spec.ts',
  '/accounts': 'admin.spec.ts',
  '/audit': 'admin.spec.ts',
  '/doctor': 'admin.spec.ts',
  '/athletes': 'privacy.spec.ts',
  '/athletes/$grantId': 'privacy.spec.ts',
  '/server': 'phone-app.spec.ts', // only the phone app has it
}

for (const [chapter, walk] of Object.entries({ ...around, ...floor }))
  test(`${chapter}: nobody is kept out of any screen or panel in any theme, and all of it fits, large letters and a phone on its side included`, async ({
    page,
    lifter,
  }) => {
    test.setTimeout(300_000)
    const seen = new Set<Route>()
    const found: string[] = []
    const see: Guide['see'] = async (name, path) => {
      seen.add(path)
      for (const [theme, media] of Object.entries(themes)) {
        await page.emulateMedia(media)
        found.push(...(await axeFaults(page)).map((fault) => `${name}, ${theme}: ${fault}`))
      }
      for (const { text, ...size } of shapes) {
        await page.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), text)
        await page.setViewportSize(size)
        await page.waitForTimeout(100)
        found.push(...(await misfits(page)).map((misfit) => `${name}, ${size.width}×${size.height} at ${text} %: ${misfit}`))
      }
      await page.evaluate(() => (document.documentElement.style.fontSize = ''))
      await page.setViewportSize({ width: 390, height: 844 })
    }
    await walk({ page, ...(await wordsIn('en')), see }, lifter.email)
    expect(found).toEqual([])
    const due = Object.entries(visitedIn).flatMap(([path, by]) => (by === chapter ? [path as Route] : []))
    expect(due.filter((path) => !seen.has(path))).toEqual([])
  })
