import { Problem } from '@gymgenius/contracts'
import { importFile } from '../modules/imports/index.ts'
import { reachWorld } from '../platform/world.ts'
import { type Command, dataOption, Usage } from './command.ts'
import { using } from './data.ts'

export const importCommand: Command = {
  usage: 'FILE --email E [--unit kg|lb] [--date-order dmy|mdy] [--preview] [--data DIR]',
  summary: 'Bring the history of one lifter in from the export of another app, or of this one, also while the server runs',
  help: `  FILE         the CSV file as the other app wrote it
  --email E    whose history it is: the account's e-mail
  --unit U     kg or lb, where the file does not say
  --date-order O  dmy or mdy, where every date of the file could be either
  --preview    say what was understood, and keep nothing
  --data DIR   data folder (default .data); ignored where DATABASE_URL names a server`,
  options: {
    ...dataOption.options,
    email: { type: 'string' },
    unit: { type: 'string' },
    'date-order': { type: 'string' },
    preview: { type: 'boolean' },
  },
  environment: dataOption.environment,
  run: async ({ environment, positionals, text, flag }) => {
    const [path] = positionals
    const email = text('email')
    if (path === undefined || positionals.length > 1 || email === undefined) {
      throw new Usage('Name the file and whose it is: gymgenius import FILE --email E')
    }
    const unit = text('unit')
    if (unit !== undefined && unit !== 'kg' && unit !== 'lb') throw new Usage(`--unit is kg or lb, not "${unit}"`)
    const dateOrder = text('date-order')
    if (dateOrder !== undefined && dateOrder !== 'dmy' && dateOrder !== 'mdy')
      throw new Usage(`--date-order is dmy or mdy, not "${dateOrder}"`)
    return using(await reachWorld(environment), async ({ ctx }) => {
      try {
        const result = await importFile(ctx, { path, email, unit, dateOrder, previewOnly: flag('preview') }, (line) => console.log(line))
        if (result === undefined) console.error(`There is no account with this e-mail: ${email}`)
        return result === undefined || result.status === 'failed' ? 1 : 0
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Usage(`There is no file ${path}`)
        if (!(error instanceof Problem)) throw error
        console.error(`${error.message} (${told(error)}). Nothing was kept.`)
        return 1
      }
    })
  },
}

const told = ({ code, facts }: Problem) => [code, ...Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`)].join(', ')
