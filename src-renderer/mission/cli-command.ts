/** A word for a POSIX shell: quoted unless it is harmless, so that a hostile id cannot run anything when pasted. */
export function shellWord(text: string): string {
  if (/^[A-Za-z0-9_./:@%+=,-]+$/.test(text) && !text.startsWith('-')) return text
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** `--` keeps an id that starts with a dash from being read as an option. */
function idWord(id: string): string {
  return id.startsWith('-') ? `-- ${shellWord(id)}` : shellWord(id)
}

/** The command line that does what a button does, with a place to fill in where the button would open a form. */
export function cliCommand(act: 'show' | 'start' | 'complete' | 'block' | 'unblock', id: string): string {
  const options = {
    show: '',
    start: " --summary ''",
    complete: " --summary '' --notes ''",
    block: " --summary '' --reason '' --need ''",
    unblock: " --summary '' --resolution '' --to Queued",
  }[act]
  return id.startsWith('-')
    ? `cmos mission ${act}${options} ${idWord(id)}`
    : `cmos mission ${act} ${idWord(id)}${options}`
}
