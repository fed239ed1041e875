/** What is said of a set that the clock or the tape measures. */
export const measuredWords = {
  metres: 'Metres',
  metresFault: 'Metres, up to 1000 km',
  start: 'Start the clock',
  stop: 'Stop the clock',
  running: 'Running',
  reached: 'Time is up',
  tookText: (text: string) => `Took ${text}`,
}
