import type { Import } from '@gymgenius/contracts'
import { type ImportApp, importApps } from '@gymgenius/domain'
import { plural, t } from '@lingui/core/macro'
import { formatNumber } from '../../ui/numbers.ts'
import type { Sent } from '../../lib/fetch-telling.ts'
import type { Settings } from '../../lib/settings.ts'

const settingNames: Readonly<Record<keyof Settings, string>> = {
  unit: t`unit of loads`,
  effortScale: t`how effort is said`,
  goalStrength: t`what you train for`,
  timeZone: t`time zone`,
  bodyMassKg: t`body weight`,
  isNovice: t`new to lifting`,
  hasPain: t`pain`,
  language: t`language`,
  hand: t`the hand that holds the phone`,
}

const megabytes = (bytes: number) => formatNumber(bytes / 2 ** 20, 1)

export const words = {
  title: t`Import`,
  choose: t`Choose a file`,
  drop: t`Bring your history from another app: choose its export, drop it here, or share it to GymGenius. You see what was understood before anything is kept, and can take it back later.`,
  howTitle: t`Where to find the export`,
  how: [
    ['Strong', t`Settings → Export Data`],
    ['Hevy', t`Settings → Export & Import Data → Export Workouts`],
    ['FitNotes', t`Settings → Spreadsheet Export → Workout Data`],
    ['Fitbod', t`Settings → Export Workout Data`],
    ['JEFIT', t`Settings → Account → Export Data`],
    ['Liftosaur', t`Settings → Export history to CSV, or to JSON`],
    ['GymBook', t`Settings → Export → CSV`],
    ['StrongLifts', t`Settings → Export Data`],
    ['Alpha Progression', t`Settings → Export → CSV`],
    ['openweight', t`any file of workout logs (JSON)`],
    ['GymGenius', t`Settings → Your data → Everything`],
  ] as readonly (readonly [string, string])[],
  reading: t`Reading the file`,
  sending: t`Sending the file`,
  sentOf: ({ sent, of }: Sent) => {
    const [there, all] = [megabytes(sent), megabytes(of)]
    return t`${there} of ${all} MB sent`
  },
  arrived: (bytes: number) => {
    const all = megabytes(bytes)
    return t`All ${all} MB have arrived.`
  },
  nothingKeptYet: t`Nothing is kept before you have seen what is in it. Stay on this page until then.`,
  stop: t`Stop`,
  notArrived: (name: string) => t`${name} did not arrive`,
  notArrivedText: t`It broke off on its way. Nothing of it was kept, and nothing is lost: your file is where it was. Send it again.`,
  sendAgain: t`Send it again`,
  keepAgain: t`The connection broke off. Keep it again when there is one: nothing is kept twice.`,
  tooLarge: (bytes: number) => {
    const most = megabytes(bytes)
    return t`The file is too large: one may have up to ${most} MB.`
  },
  earlier: t`Earlier imports`,
  undo: t`Undo`,
  undone: t`Undone. The batch is gone from your history.`,
  undoTitle: t`Take this import back?`,
  undoText: (sets: number) =>
    plural(sets, {
      one: '# set leaves your history. Sets you logged yourself stay.',
      other: '# sets leave your history. Sets you logged yourself stay.',
    }),
  keep: (sets: number) => plural(sets, { one: 'Keep # set', other: 'Keep # sets' }),
  nothingNew: t`Nothing new to keep`,
  keepRest: t`Keep what else is new`,
  discard: t`Choose another file`,
  understood: (format: ImportApp, workouts: number, sets: number) => {
    const app = importApps[format]
    const inWorkouts = plural(workouts, { one: '# workout', other: '# workouts' })
    const inSets = plural(sets, { one: '# set', other: '# sets' })
    return t`From ${app}: ${inWorkouts}, ${inSets}`
  },
  takeSettings: t`Take over its settings too`,
  otherSettings: (names: readonly (keyof Settings)[]) => t`Otherwise than here: ${names.map((name) => settingNames[name]).join(', ')}.`,
  also: ({ movements, routines, gyms, rules, diary = 0, pains = 0 }: NonNullable<Import['also']>) => {
    const held = [
      movements > 0 && plural(movements, { one: '# movement of your own', other: '# movements of your own' }),
      routines > 0 && plural(routines, { one: '# routine', other: '# routines' }),
      gyms > 0 && plural(gyms, { one: '# gym', other: '# gyms' }),
      rules > 0 && plural(rules, { one: '# rule or favourite', other: '# rules and favourites' }),
      pains > 0 && plural(pains, { one: '# pain that is still heeded', other: '# pains that are still heeded' }),
      diary > 0 && plural(diary, { one: '# note of your diary', other: '# notes of your diary' }),
    ].filter((part) => part !== false)
    const list = held.join(', ')
    return t`It also holds ${list}. What you have by that name stays as it is.`
  },
  unitInFile: (unit: string) => t`Loads are in ${unit}: the file says so.`,
  span: (first: string, last: string) => t`From ${first} to ${last}`,
  duplicates: (n: number) =>
    plural(n, {
      one: '# set is in your history already and will be left out.',
      other: '# sets are in your history already and will be left out.',
    }),
  skipped: (n: number) =>
    plural(n, {
      one: '# row without a set (rest timers, notes, sets planned but not done) skipped.',
      other: '# rows without a set (rest timers, notes, sets planned but not done) skipped.',
    }),
  unit: t`Loads in this file are in`,
  unitGuessed: t`The file does not say. This is what the numbers look like; check the examples below.`,
  unitSettings: t`The file does not say. This is the unit of your settings.`,
  dateOrder: t`Which comes first in its dates?`,
  dateOrderText: t`Every date in this file could be read in two ways, so nothing is guessed.`,
  dayFirst: t`Day first: 03/04 is 3 April`,
  monthFirst: t`Month first: 03/04 is 4 March`,
  notUnderstood: (n: number) => plural(n, { one: '# thing needs a look', other: '# things need a look' }),
  notUnderstoodText: t`Each says what was done about it. Everything else is kept as it stands in the file.`,
  line: (n: number, counts: 'lines' | 'sets' = 'lines') => {
    if (n === 0) return t`Beside them`
    const number = formatNumber(n)
    return counts === 'sets' ? t`Set ${number}` : t`Line ${number}`
  },
  movements: t`Movements`,
  movementsText: t`Each name becomes one of ours, or a movement of your own. Tap to change.`,
  ownMovement: t`New movement of your own`,
  toCheck: (n: number) =>
    plural(n, {
      one: '# name was matched with some doubt: say whether that is right.',
      other: '# names were matched with some doubt: say whether that is right.',
    }),
  likely: t`Is that the one?`,
  why: {
    confirmed: t`as you said before`,
    translated: t`translated`,
    usual_left_out: t`the usual way of doing it`,
    spelling: t`spelled differently`,
    maker_left_out: t`whoever made the machine`,
    note_left_out: t`without the note`,
    equipment_implied: t`that equipment`,
    equipment_assumed: t`with the usual equipment`,
    detail_left_out: t`without that detail`,
  } as Readonly<Record<string, string>>,
  maybe: t`Perhaps:`,
  maybeName: (name: string, becomes: string) => t`${name} is ${becomes}`,

  confirm: t`Yes`,
  confirmName: (name: string, becomes: string) => t`Yes, ${name} is ${becomes}`,
  another: t`Another`,
  anotherName: (name: string) => t`Choose another movement for ${name}`,
  sets: (n: number) => plural(n, { one: '# set', other: '# sets' }),
  pick: t`Which movement is it?`,
  committing: t`Keeping your history`,
  setsOf: (done: number, all: number) => {
    const there = formatNumber(done)
    return plural(all, { one: `${there} of # set`, other: `${there} of # sets` })
  },
  undoing: t`Taking it back`,
  goesOn: t`This goes on by itself, also when you leave this page.`,
  alsoGoes: t`So does what else came with it: routines, gyms, rules, favourites, pains and settings. What you changed since stays.`,
  committed: (sets: number, workouts: number) => {
    const inSets = plural(sets, { one: '# set', other: '# sets' })
    const inWorkouts = plural(workouts, { one: '# workout', other: '# workouts' })
    return t`${inSets} in ${inWorkouts} kept`
  },
  committedText: t`Your next set will be based on them.`,
  toHistory: t`See history`,
  toReport: t`See your report card`,
  toRoutines: t`Set up routines from it`,
  failed: t`The import failed and nothing of it was kept.`,
  status: {
    previewed: t`Not kept yet`,
    committing: t`Being kept`,
    committed: t`Kept`,
    failed: t`Failed`,
    undoing: t`Being taken back`,
    undone: t`Undone`,
  } as const,
  cancel: t`Cancel`,
}
