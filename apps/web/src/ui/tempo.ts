/** As the server reads it: three or four of seconds, or X for as fast as possible. */
export const isTempo = (text: string) => /^(\d{1,2}|X)(-(\d{1,2}|X)){2,3}$/.test(text)
