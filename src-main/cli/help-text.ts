/** The end of a help text: one example, and a remark where one is needed. */
export function example(line: string, remark = ''): string {
  return `\nExample:\n  ${line}${remark === '' ? '' : `\n\n${remark}`}`
}

/** Collects the values of an option that may be given more than once. */
export function repeated(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}
