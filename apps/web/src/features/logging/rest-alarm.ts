import { withWords } from '../../lib/language.ts'
import { chooseAlert, wantsAlert } from '../../lib/rest-alarm/choice.ts'
import type { RestAlarm } from '../../lib/rest-alarm/port.ts'
import { isPhoneApp } from '../../lib/server.ts'

/** What concerns the browser or the phone around the app comes later than the set screen. */
export const loadOutside = withWords(
  async (): Promise<RestAlarm> =>
    (await (isPhoneApp() ? import('../../lib/rest-alarm/phone.ts') : import('../../lib/rest-alarm/web.ts'))).alarm,
)

/** Turning it on asks the browser, which it allows only after a press. */
export async function setAlert(isOn: boolean) {
  chooseAlert(isOn)
  if (isOn && 'Notification' in globalThis && Notification.permission === 'default') await Notification.requestPermission()
  const outside = await loadOutside()
  await (isOn ? outside.allow() : outside.ringNoMore())
}

let audio: AudioContext | undefined

/** Browsers make sounds only after a press: call it from one. */
export function warmUpSound() {
  if (!wantsAlert() || !('AudioContext' in globalThis)) return
  audio ??= new AudioContext()
  if (audio.state === 'suspended') void audio.resume().catch(() => undefined)
}

/** The sound, the buzz and the notification at the end of a rest. */
export async function alertRestOver(title: string, body: string) {
  if (!wantsAlert()) return
  beep()
  navigator.vibrate?.([200, 100, 200])
  if (document.visibilityState === 'visible') return (await loadOutside()).rungInside()
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return
  const registration = await navigator.serviceWorker?.getRegistration()
  await registration?.showNotification(title, { body, tag: 'rest', icon: '/icons/icon-192.png' })
}

/** Two short tones, made here: no file to load. */
function beep() {
  if (audio?.state !== 'running') return
  for (const [place, pitch] of [880, 1175].entries()) {
    const start = audio.currentTime + place * 0.22
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0.0001, start)
    volume.gain.exponentialRampToValueAtTime(0.4, start + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.2)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + 0.2)
  }
}
