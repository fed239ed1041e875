/** A text cut to so many characters as a reader counts them; `onCut` hears of it. */
export function shortened(text: string, graphemes: number, onCut: () => void): string {
  if (text.length <= graphemes) return text
  const parts: string[] = []
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (parts.length === graphemes) {
      onCut()
      return parts.join('')
    }
    parts.push(segment)
  }
  return text
}
