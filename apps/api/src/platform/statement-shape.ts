const PIECES =
  /(--[^\n]*|\/\*[\s\S]*?\*\/)|("(?:[^"]|"")*")|(\$(\w*)\$(?!\d)[\s\S]*?\$\4\$|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|'[\s\S]*$)|(?<![\w$])\d+(?:\.\d+)?/g

const LONGEST = 2000

/** A statement without its values: what is written between quotes, and every number, is a question mark. */
export function shapeOf(statement: string): string {
  return statement
    .replaceAll(PIECES, (_piece, comment?: string, name?: string) => (comment === undefined ? (name ?? '?') : ' '))
    .replaceAll(/\$\d+(?:\s*,\s*\$\d+)+/g, '$…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
}

/** `select performed_set`: the verb and the first table of a shape. */
export function shortNameOf(shape: string): string {
  const verb = /^\w+/.exec(shape)?.[0].toLowerCase() ?? 'statement'
  const table = /\b(?:from|into|update)\s+"?(\w+)"?/i.exec(shape)?.[1]
  return table === undefined ? verb : `${verb} ${table}`
}
