export const words = {
  welcome: 'What to lift next, and why.',
  signIn: 'Sign in',
  signUp: 'Create account',
  email: 'E-mail',
  password: 'Password',
  invite: 'Invite code',
  toSignUp: 'New here? Create an account',
  toSignIn: 'Have an account? Sign in',
  closed: 'This server does not take new accounts. Ask the person who runs it.',
  first: 'You are the first on this server: this account will run it.',
  serverAway: 'The server cannot be reached. Signing in needs a connection once; logging does not.',
}
