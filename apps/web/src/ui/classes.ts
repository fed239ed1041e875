/** Joins class names, leaving out what is not wanted: `classes('a', isOpen && 'b')`. */
export const classes = (...names: readonly (string | false | undefined)[]) => names.filter(Boolean).join(' ')
