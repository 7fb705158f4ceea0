/** The path of what lies under a key, or at an index, of what has the path `parent`. */
export function pathTo(parent: string, step: string | number): string {
  if (typeof step === 'number') return `${parent}[${step}]`
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step)) return `${parent}[${JSON.stringify(step)}]`
  return parent === '' ? step : `${parent}.${step}`
}
