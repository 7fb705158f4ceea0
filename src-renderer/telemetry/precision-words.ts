/** How sure percentiles are. */
export function precisionWords(exact: boolean): string {
  return exact ? 'exact' : 'within 1 %'
}
