/** `1:05`, and `1:02:09` past the hour. */
export function clockText(seconds: number) {
  const whole = Math.round(seconds)
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

const two = (value: number) => String(value).padStart(2, '0')
