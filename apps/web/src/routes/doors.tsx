// The ways in, as one file: each by itself has its name in the first load.
export { ConfirmEmailScreen } from '../features/accounts/confirm-email-screen.tsx'
export { ForgotPasswordScreen } from '../features/accounts/forgot-password-screen.tsx'
export { ResetPasswordScreen } from '../features/accounts/reset-password-screen.tsx'
export { ServerScreen } from '../features/accounts/server-screen.tsx'
export { SignInScreen } from '../features/accounts/sign-in-screen.tsx'
export { SignUpScreen } from '../features/accounts/sign-up-screen.tsx'
