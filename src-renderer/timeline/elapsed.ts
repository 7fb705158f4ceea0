const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long something took, in its two largest units: `42s`, `14m`, `2h 14m`, `3d 4h`; less than nothing keeps its sign. */
export function formatElapsed(milliseconds: number): string {
  const sign = milliseconds < 0 ? '−' : ''
  const length = Math.abs(milliseconds)
  if (length < MINUTE) return `${sign}${Math.floor(length / SECOND)}s`
  if (length < HOUR) return `${sign}${Math.floor(length / MINUTE)}m`
  if (length < DAY) return `${sign}${inTwo(length, HOUR, 'h', MINUTE, 'm')}`
  return `${sign}${inTwo(length, DAY, 'd', HOUR, 'h')}`
}

function inTwo(length: number, large: number, unit: string, small: number, part: string): string {
  const rest = Math.floor((length % large) / small)
  return `${Math.floor(length / large)}${unit}${rest === 0 ? '' : ` ${rest}${part}`}`
}
