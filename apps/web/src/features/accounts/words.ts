import { t } from '@lingui/core/macro'
export const words = {
  language: t`Language`,
  welcome: t`What to lift next, and why.`,
  signIn: t`Sign in`,
  signUp: t`Create account`,
  email: t`E-mail`,
  password: t`Password`,
  invite: t`Invite code`,
  toSignUp: t`New here? Create an account`,
  toSignIn: t`Have an account? Sign in`,
  closed: t`This server does not take new accounts. Ask the person who runs it.`,
  first: t`You are the first on this server: this account will run it.`,
  serverAway: t`The server cannot be reached. Signing in needs a connection once; logging does not.`,
}
