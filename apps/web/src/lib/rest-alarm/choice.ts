const KEY = 'gymgenius.restAlert'

/** Whether the end of a rest is to ring on this phone. */
export const wantsAlert = () => localStorage.getItem(KEY) !== 'off'
export const chooseAlert = (isOn: boolean) => localStorage.setItem(KEY, isOn ? 'on' : 'off')
