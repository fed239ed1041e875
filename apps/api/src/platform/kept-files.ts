import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files of the data folder that whoever runs the server wrote or changed, and that a backup has to bring back. By folder: which names. */
const KEPT = { scoring: /^scoring(\.v\d+)?\.yaml$/ } as const satisfies Readonly<Record<string, RegExp>>

/** Paths in the data folder, and what is in them. */
export type KeptFiles = Readonly<Record<string, string>>

export async function readKeptFiles(dataDir: string): Promise<KeptFiles> {
  const files: Record<string, string> = {}
  for (const [folder, isKept] of Object.entries(KEPT)) {
    const names = await readdir(join(dataDir, folder)).catch(absent)
    for (const name of names.filter((one) => isKept.test(one)).toSorted())
      files[`${folder}/${name}`] = await readFile(join(dataDir, folder, name), 'utf8')
  }
  return files
}

/** Writes those that a backup brought, each whole or not at all; what is there beside them stays. Answers how many. */
export async function writeKeptFiles(dataDir: string, files: KeptFiles): Promise<number> {
  let written = 0
  for (const [path, text] of Object.entries(files)) {
    const [folder, name, ...deeper] = path.split('/')
    if (folder === undefined || name === undefined || deeper.length > 0 || !Object.hasOwn(KEPT, folder)) continue
    if (!KEPT[folder as keyof typeof KEPT].test(name)) continue
    await mkdir(join(dataDir, folder), { recursive: true })
    const to = join(dataDir, folder, name)
    await writeFile(`${to}.part`, text, { flush: true })
    await rename(`${to}.part`, to)
    written++
  }
  return written
}

function absent(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
