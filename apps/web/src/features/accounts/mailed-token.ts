import { useState } from 'react'

/** What a mailed link carries behind its #; empty where the address was opened without it. Browsers send it to no server. */
export const useMailedToken = () => useState(() => location.hash.slice(1))[0]
