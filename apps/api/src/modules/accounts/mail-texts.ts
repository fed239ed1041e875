import type { JobRequests } from '../../platform/events.ts'

export type MailKind = JobRequests['accounts.send_mail']['kind']
export type MailLanguage = JobRequests['accounts.send_mail']['language']

/** What a mail may name. `link` is there for the kinds that lead somewhere, `server` is where the app is. */
export interface MailFacts {
  readonly server: string
  readonly link: string
  readonly newEmail: string
}

export interface MailText {
  readonly subject: string
  readonly text: string
}

/** The mails of this room, each said in the reader's language. Plain text: nothing in them loads from anywhere. */
export const mailText = (language: MailLanguage, kind: MailKind, facts: MailFacts): MailText => {
  const { subject, lines } = texts[language][kind](facts)
  return { subject, text: `${lines.join('\n\n')}\n\n-- \nGymGenius, ${facts.server}\n` }
}

type Words = Readonly<Record<MailKind, (facts: MailFacts) => { readonly subject: string; readonly lines: readonly string[] }>>

const en: Words = {
  reset_password: ({ link }) => ({
    subject: 'Choose a new password for GymGenius',
    lines: [
      'Somebody, most likely you, said that the password of your GymGenius account is forgotten. With this link you choose a new one. It works once, and for an hour:',
      link,
      'Every device will then have to sign in again. If it was not you, you need do nothing: your password stays as it is.',
    ],
  }),
  change_email: ({ link }) => ({
    subject: 'Confirm your new address for GymGenius',
    lines: [
      'This address is to become that of a GymGenius account. With this link you confirm it. It works once, and for an hour:',
      link,
      'If it was not you, you need do nothing: nothing changes.',
    ],
  }),
  email_changed: ({ newEmail }) => ({
    subject: 'Your GymGenius account has another address now',
    lines: [
      `Your account is now signed in to with ${newEmail}, and mail goes there.`,
      'If it was not you, somebody else is in your account. Write to whoever runs the server at once.',
    ],
  }),
  password_changed: () => ({
    subject: 'Your GymGenius password was changed',
    lines: [
      'The password of your account was changed, and other devices were signed out.',
      'If it was not you, choose a new password now with “Forgotten your password?” on the sign-in screen.',
    ],
  }),
  second_factor_off: () => ({
    subject: 'The second factor of your GymGenius account is off',
    lines: [
      'Signing in to your account now asks for the password alone.',
      'If it was not you, change your password at once, sign out all other devices and turn the second factor on again.',
    ],
  }),
  passkey_added: () => ({
    subject: 'Your GymGenius account has a new passkey',
    lines: [
      'Somebody, most likely you, added a passkey to your account. It signs in without a password.',
      'If it was not you, remove it under Settings at once, change your password and sign out all other devices.',
    ],
  }),
  provider_linked: () => ({
    subject: 'Your GymGenius account can be opened in another way now',
    lines: [
      'Somebody, most likely you, linked your account with a sign-in elsewhere. Whoever signs in there gets into your account.',
      'If it was not you, undo the link under Settings at once, change your password and sign out all other devices.',
    ],
  }),
  signed_out_by_admin: () => ({
    subject: 'Your GymGenius account was signed out everywhere',
    lines: [
      'An administrator of the server signed your account out on every device. Nothing you logged is lost; sign in again where you want to go on.',
      'If you do not know why, ask whoever runs the server.',
    ],
  }),
}

const de: Words = {
  reset_password: ({ link }) => ({
    subject: 'Ein neues Passwort für GymGenius wählen',
    lines: [
      'Jemand, wahrscheinlich du, hat gesagt, dass das Passwort deines GymGenius-Kontos vergessen ist. Mit diesem Link wählst du ein neues. Er gilt einmal und eine Stunde lang:',
      link,
      'Danach muss sich jedes Gerät neu anmelden. Warst du es nicht, musst du nichts tun: Dein Passwort bleibt, wie es ist.',
    ],
  }),
  change_email: ({ link }) => ({
    subject: 'Deine neue Adresse für GymGenius bestätigen',
    lines: [
      'Diese Adresse soll die eines GymGenius-Kontos werden. Mit diesem Link bestätigst du sie. Er gilt einmal und eine Stunde lang:',
      link,
      'Warst du es nicht, musst du nichts tun: Es ändert sich nichts.',
    ],
  }),
  email_changed: ({ newEmail }) => ({
    subject: 'Dein GymGenius-Konto hat jetzt eine andere Adresse',
    lines: [
      `In deinem Konto meldet man sich jetzt mit ${newEmail} an, und E-Mails gehen dorthin.`,
      'Warst du es nicht, ist jemand anderes in deinem Konto. Schreib sofort der Person, die den Server betreibt.',
    ],
  }),
  password_changed: () => ({
    subject: 'Dein GymGenius-Passwort wurde geändert',
    lines: [
      'Das Passwort deines Kontos wurde geändert, und andere Geräte wurden abgemeldet.',
      'Warst du es nicht, wähle jetzt ein neues Passwort über „Passwort vergessen?“ auf der Anmeldeseite.',
    ],
  }),
  second_factor_off: () => ({
    subject: 'Der zweite Faktor deines GymGenius-Kontos ist aus',
    lines: [
      'Die Anmeldung in deinem Konto fragt jetzt nur noch nach dem Passwort.',
      'Warst du es nicht, ändere sofort dein Passwort, melde alle anderen Geräte ab und schalte den zweiten Faktor wieder ein.',
    ],
  }),
  passkey_added: () => ({
    subject: 'Dein GymGenius-Konto hat einen neuen Passkey',
    lines: [
      'Jemand, wahrscheinlich du, hat deinem Konto einen Passkey hinzugefügt. Er meldet ohne Passwort an.',
      'Warst du es nicht, entferne ihn sofort unter Einstellungen, ändere dein Passwort und melde alle anderen Geräte ab.',
    ],
  }),
  provider_linked: () => ({
    subject: 'Dein GymGenius-Konto lässt sich jetzt auf einem weiteren Weg öffnen',
    lines: [
      'Jemand, wahrscheinlich du, hat dein Konto mit einer Anmeldung anderswo verknüpft. Wer sich dort anmeldet, kommt in dein Konto.',
      'Warst du es nicht, löse die Verknüpfung sofort unter Einstellungen, ändere dein Passwort und melde alle anderen Geräte ab.',
    ],
  }),
  signed_out_by_admin: () => ({
    subject: 'Dein GymGenius-Konto wurde überall abgemeldet',
    lines: [
      'Jemand von der Verwaltung des Servers hat dein Konto auf allen Geräten abgemeldet. Nichts, was du eingetragen hast, ist verloren; melde dich dort wieder an, wo du weitermachen willst.',
      'Weißt du nicht, warum, frag die Person, die den Server betreibt.',
    ],
  }),
}

const es: Words = {
  reset_password: ({ link }) => ({
    subject: 'Elige una contraseña nueva para GymGenius',
    lines: [
      'Alguien, seguramente tú, dijo que se olvidó la contraseña de tu cuenta de GymGenius. Con este enlace eliges una nueva. Vale una vez y durante una hora:',
      link,
      'Después cada dispositivo tendrá que iniciar sesión de nuevo. Si no fuiste tú, no tienes que hacer nada: tu contraseña sigue igual.',
    ],
  }),
  change_email: ({ link }) => ({
    subject: 'Confirma tu nueva dirección para GymGenius',
    lines: [
      'Esta dirección va a ser la de una cuenta de GymGenius. Con este enlace la confirmas. Vale una vez y durante una hora:',
      link,
      'Si no fuiste tú, no tienes que hacer nada: no cambia nada.',
    ],
  }),
  email_changed: ({ newEmail }) => ({
    subject: 'Tu cuenta de GymGenius tiene ahora otra dirección',
    lines: [
      `En tu cuenta se entra ahora con ${newEmail}, y el correo va allí.`,
      'Si no fuiste tú, otra persona está en tu cuenta. Escribe enseguida a quien lleva el servidor.',
    ],
  }),
  password_changed: () => ({
    subject: 'Se cambió tu contraseña de GymGenius',
    lines: [
      'Se cambió la contraseña de tu cuenta y se cerró la sesión en los demás dispositivos.',
      'Si no fuiste tú, elige ahora una contraseña nueva con «¿Olvidaste tu contraseña?» en la pantalla de inicio de sesión.',
    ],
  }),
  second_factor_off: () => ({
    subject: 'El segundo factor de tu cuenta de GymGenius está desactivado',
    lines: [
      'Para entrar en tu cuenta ahora solo se pide la contraseña.',
      'Si no fuiste tú, cambia enseguida tu contraseña, cierra la sesión en los demás dispositivos y vuelve a activar el segundo factor.',
    ],
  }),
  passkey_added: () => ({
    subject: 'Tu cuenta de GymGenius tiene una passkey nueva',
    lines: [
      'Alguien, seguramente tú, añadió una passkey a tu cuenta. Con ella se entra sin contraseña.',
      'Si no fuiste tú, quítala enseguida en Ajustes, cambia tu contraseña y cierra la sesión en los demás dispositivos.',
    ],
  }),
  provider_linked: () => ({
    subject: 'Tu cuenta de GymGenius se puede abrir ahora de otra forma',
    lines: [
      'Alguien, seguramente tú, vinculó tu cuenta con un inicio de sesión de otro sitio. Quien inicie sesión allí entra en tu cuenta.',
      'Si no fuiste tú, quita el vínculo enseguida en Ajustes, cambia tu contraseña y cierra la sesión en los demás dispositivos.',
    ],
  }),
  signed_out_by_admin: () => ({
    subject: 'Se cerró la sesión de tu cuenta de GymGenius en todas partes',
    lines: [
      'Alguien que administra el servidor cerró la sesión de tu cuenta en todos los dispositivos. No se pierde nada de lo que anotaste; inicia sesión de nuevo donde quieras seguir.',
      'Si no sabes por qué, pregunta a quien lleva el servidor.',
    ],
  }),
}

const texts: Readonly<Record<MailLanguage, Words>> = { en, de, es }

/** The first language of a browser's list that we write; the quality values are in order in every browser there is. */
export function languageOf(acceptLanguage: string | undefined): MailLanguage {
  const asked = (acceptLanguage ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase())
  return asked.find((language): language is MailLanguage => language in texts && Object.hasOwn(texts, language)) ?? 'en'
}
