import { mkdirSync, writeFileSync } from 'node:fs'
import { allMovementDetails, kits, type MovementDetails, programMovementOf } from '@gymgenius/catalog'
import { type GeneratedProgram, type ProgramItem, type ProgramSet, sessionSections, trackedMuscles } from '@gymgenius/domain'
import { expandScheme, generateProgram, knownSchemes, printSets, type ProgramRequest } from '@gymgenius/engine/programming'
import { printScheme } from '@gymgenius/program-text'

/**
 * Prints three programs as the generator makes them today, whole, for a trainer to read line by line (docs/programs), and every
 * well-known scheme in its text form (docs/programs/known). Not checked for freshness: a review is of what was printed.
 */
const library = allMovementDetails()
const movements = library.map((movement) => programMovementOf(movement))
const idOf = (slug: string) => library.find((movement) => movement.slug === slug)!.id
const there = (can: (movement: MovementDetails) => boolean) => movements.filter((_, i) => can(library[i]!))
const withABench = (movement: MovementDetails) =>
  kits.two_dumbbells({ ...movement, needs: movement.needs.filter((one) => one !== 'flat_bench' && one !== 'adjustable_bench') })

const goals = (hypertrophy: number, strength: number): ProgramRequest['goals'] => [
  { goal: 'hypertrophy', weight: hypertrophy },
  { goal: 'strength', weight: strength },
]

const programs: readonly { readonly file: string; readonly title: string; readonly request: ProgramRequest }[] = [
  {
    file: 'novice-full-body-at-home',
    title: 'Novice, full body at home, a pair of dumbbells and a bench',
    request: {
      goals: goals(5, 5),
      split: 'full_body',
      daysPerWeek: 3,
      weeks: 10,
      minutes: 45,
      experience: 'novice',
      movements: there(withABench),
      seed: 1,
    },
  },
  {
    file: 'intermediate-upper-lower',
    title: 'Intermediate, upper and lower, a full gym',
    request: {
      goals: goals(6, 4),
      split: 'upper_lower',
      daysPerWeek: 4,
      weeks: 12,
      minutes: 60,
      experience: 'intermediate',
      movements,
      seed: 1,
    },
  },
  {
    file: 'advanced-peak',
    title: 'Advanced, twelve weeks to a meet, a full gym',
    request: {
      goals: goals(1, 9),
      split: 'upper_lower',
      daysPerWeek: 4,
      weeks: 12,
      minutes: 75,
      experience: 'advanced',
      movements,
      trainingMaxima: [
        { movementId: idOf('squat-barbell'), loadKg: 180 },
        { movementId: idOf('bench-press-barbell'), loadKg: 125 },
        { movementId: idOf('deadlift-barbell'), loadKg: 215 },
      ],
      peaks: true,
      finishers: false,
      seed: 1,
    },
  },
]

mkdirSync('docs/programs/known', { recursive: true })
for (const { file, title, request } of programs) {
  writeFileSync(`docs/programs/${file}.md`, page(title, generateProgram(request)))
  console.log(`docs/programs/${file}.md`)
}
for (const scheme of knownSchemes) {
  expandScheme(scheme, { movements: library })
  writeFileSync(`docs/programs/known/${scheme.slug}.yaml`, printScheme(scheme))
}

function page(title: string, { weeks, report }: GeneratedProgram): string {
  const misses = Object.entries(report.kpis).flatMap(([name, { pass, why }]) => (pass ? [] : [`- ${name.replaceAll('_', ' ')}: ${why}`]))
  return [
    `# ${title}`,
    '',
    'Printed by `node tools/print-programs.ts`. What a trainer made of it: [review](../reviews/2026-11-program-review.md).',
    '',
    misses.length === 0 ? 'Every figure of quality is met.' : `Not met:\n\n${misses.join('\n')}`,
    ...report.waivers.map(({ rule, why }) => `\nSet aside: ${rule.replaceAll('_', ' ')}. ${why}`),
    '',
    '## Hard sets a week',
    '',
    `| week | block | ${trackedMuscles.map((muscle) => muscle.replaceAll('_', ' ')).join(' | ')} |`,
    `|---|---|${trackedMuscles.map(() => '---').join('|')}|`,
    ...report.volume.map(
      ({ week, muscles }, i) => `| ${week} | ${weeks[i]!.block} | ${trackedMuscles.map((muscle) => muscles[muscle].sets).join(' | ')} |`,
    ),
    ...weeks.flatMap(({ week, block, days }) => [
      '',
      `## Week ${week}, ${block}`,
      ...days.flatMap(({ session, name, minutes, sections }) => [
        '',
        `### ${session}. ${name}, ${minutes} minutes`,
        '',
        ...sessionSections.flatMap((section) =>
          sections[section].map((item) => `- ${section.replaceAll('_', ' ')}: **${item.movement}** ${setsOf(item)}. ${item.reason}`),
        ),
      ]),
    ]),
    '',
  ].join('\n')
}

function setsOf({ sets, restSeconds }: ProgramItem): string {
  const line: (ProgramSet & { count: number })[] = []
  for (const set of sets) {
    const last = line.at(-1)
    if (last !== undefined && JSON.stringify({ ...last, count: 0 }) === JSON.stringify({ ...set, count: 0 })) last.count += 1
    else line.push({ ...set, count: 1 })
  }
  return printSets({ line, restSeconds })
}
