/** Stored with every recommendation. Change it whenever the same snapshot could give another answer. */
export const ENGINE_VERSION = 'capacity-13'
