import { existsSync, writeFileSync } from 'node:fs'
import { uuidV7Maker } from '../packages/domain/src/ids.ts'

/** Makes the file of a new movement with a fresh id: `node tools/new-movement.ts "Zercher Squat (Barbell)"`. */
const name = process.argv[2]
if (name === undefined || name.trim() === '') {
  console.error('Say its name as lifters write it: node tools/new-movement.ts "Zercher Squat (Barbell)"')
  process.exit(2)
}
const slug = name
  .toLowerCase()
  .replaceAll(/['’]/g, '')
  .replaceAll(/[^a-z0-9]+/g, '-')
  .replaceAll(/^-|-$/g, '')
const target = new URL(`../packages/catalog/data/movements/${slug}.json`, import.meta.url)
if (existsSync(target)) {
  console.error(`${slug}.json exists already`)
  process.exit(1)
}
const id = uuidV7Maker(Date.now, (into) => crypto.getRandomValues(into))()
const draft = {
  id,
  slug,
  name,
  aliases: [],
  base: 'slug-of-the-movement-it-varies, or take this line out',
  pattern: 'squat',
  muscles: [{ muscle: 'quadriceps', role: 'prime_mover', share: 1, stimulus: 4, fatigue: 3 }],
  equipment: 'barbell',
  equipmentAlternatives: [],
  needs: ['rack'],
  laterality: 'bilateral',
  plane: 'sagittal',
  loadKind: 'external',
  disciplines: ['bodybuilding'],
  tier: 'assistance',
  skill: 2,
  countedIn: 'reps',
  repRange: [6, 12],
  setupSeconds: 90,
  transitionSeconds: 60,
  contraindications: ['knee'],
  cues: ['What you would say to a friend before the first rep.', 'What goes wrong most, and what to do instead.'],
  relations: { progressions: [], regressions: [], variations: [], sameOnOtherEquipment: [] },
  tags: [],
}
writeFileSync(target, `${JSON.stringify(draft, null, 2)}\n`)
console.log(`packages/catalog/data/movements/${slug}.json: fill it in, then run pnpm catalog`)
