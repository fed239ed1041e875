import type { ReactNode } from 'react'
import { chooseLanguage, language, languages, type Language } from '../../lib/language.ts'
import { Link } from '../../lib/router.tsx'
import { serverAddress } from '../../lib/server.ts'
import { useSession } from '../../lib/session.ts'
import { Choice } from '../../ui/field.tsx'
import { serverWords } from './server-words.ts'
import { words } from './words.ts'

/** The frame of the screens before anyone is signed in. */
export function Welcome({ children }: { readonly children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-4 px-4 py-8">
      <div className="mb-4 flex flex-col items-center gap-3 text-center">
        <img src="/icons/icon.svg" alt="" width={72} height={72} />
        <h1 className="text-large font-bold">GymGenius</h1>
        <p className="text-soft">{words.welcome}</p>
      </div>
      {children}
      <WhichServer />
      <Languages />
    </main>
  )
}

/** In the phone app: whom a password is about to be given to. */
function WhichServer() {
  const { account } = useSession()
  const server = serverAddress()
  if (server === undefined || server === '' || account !== undefined) return null
  return (
    <p className="flex flex-wrap items-center justify-center gap-x-2 text-note text-soft">
      <span className="wrap-anywhere">{serverWords.at(new URL(server).host)}</span>
      <Link to="/server" className="inline-flex min-h-11 items-center text-accent">
        {serverWords.other}
      </Link>
    </p>
  )
}

const options = Object.entries(languages).map(([value, text]) => ({ value: value as Language, text }))

const Languages = () => (
  <div className="mt-4 flex justify-center">
    <Choice label={words.language} hideLabel value={language} options={options} onChange={chooseLanguage} />
  </div>
)
