/** The one spelling by which an address is known: without blanks around it, in lower case. */
export const emailIdentity = (email: string) => email.trim().toLowerCase()
