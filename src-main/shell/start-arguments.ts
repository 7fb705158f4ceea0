/** What the command line asked of the window. */
export interface StartArguments {
  readonly workspace: string | null
  readonly sample: boolean
}

/** Reads `--workspace PATH`, `--workspace=PATH` and `--sample`; everything else belongs to Electron. */
export function startArguments(argv: readonly string[]): StartArguments {
  const at = argv.findIndex((argument) => argument === '--workspace' || argument.startsWith('--workspace='))
  const argument = argv[at]
  const workspace = argument === undefined ? undefined : argument.split('=').slice(1).join('=') || argv[at + 1]
  return { workspace: workspace ?? null, sample: argv.includes('--sample') }
}
