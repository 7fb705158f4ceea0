/** The command line itself is wrong: exit code 2, and nothing was opened. */
export class UsageError extends Error {
  constructor(
    message: string,
    /** The words of the command it is about, as in `cmos mission start`. */
    readonly command: string,
  ) {
    super(message)
    this.name = 'UsageError'
  }
}
