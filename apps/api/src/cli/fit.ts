import { athleteWithEmail } from '../modules/accounts/index.ts'
import { fitAllDue, fitEverybody, fitNow, type KeptFit, SETS_NEEDED } from '../modules/learning/index.ts'
import { actingAs, type Ctx, system } from '../platform/context.ts'
import { reachWorld } from '../platform/world.ts'
import { type Command, dataOption, Usage } from './command.ts'
import { using } from './data.ts'

export const fitCommand: Command = {
  usage: '[--email E] [--data DIR]',
  summary: "Estimate lifters' own parameters from their sets now, also while the server runs (it does so by itself, once a day)",
  help: `  --email E    this lifter, whatever is new; without it, everyone with enough new sets
  --data DIR   data folder (default .data); ignored where DATABASE_URL names a server

It changes no advice. What it found is at GET /v1/effort, and in each lifter's copy of their data.`,
  options: { ...dataOption.options, email: { type: 'string' } },
  environment: dataOption.environment,
  run: async ({ environment, positionals, text }) => {
    if (positionals.length > 0) throw new Usage('Say whom with --email: gymgenius fit --email E')
    const email = text('email')
    return using(await reachWorld(environment), ({ ctx }) => (email === undefined ? fitAll(ctx) : fitOne(ctx, email)))
  },
}

async function fitAll(ctx: Ctx): Promise<number> {
  const fits = await fitAllDue(ctx)
  const trusted = fits.filter(({ isTrusted }) => isTrusted).length
  console.log(fits.length === 0 ? 'Nobody has enough new sets.' : `Lifters fitted: ${fits.length}; trusted: ${trusted}.`)
  const lifters = await fitEverybody(ctx)
  if (lifters > 0) console.log(`The next fits begin from what ${lifters} lifters have in common.`)
  return 0
}

async function fitOne(ctx: Ctx, email: string): Promise<number> {
  const athleteId = await actingAs(ctx, system, (ctx) => athleteWithEmail(ctx, email))
  if (athleteId === undefined) {
    console.error(`There is no account with this e-mail: ${email}`)
    return 1
  }
  const fit = await fitNow(ctx, athleteId)
  console.log(fit === undefined ? `${email} has fewer than ${SETS_NEEDED} sets to failure or with an RIR of up to 4.` : said(fit))
  return 0
}

const said = ({ setsRead, isTrusted, largestRHat, smallestEss, divergences }: KeptFit) =>
  `${isTrusted ? 'Trusted' : 'Not trusted, and not shown'}: ${setsRead} sets, R-hat up to ${largestRHat.toFixed(4)}, ` +
  `at least ${Math.round(smallestEss)} effective draws, ${divergences} divergences.`
