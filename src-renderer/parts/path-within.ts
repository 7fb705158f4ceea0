/** A sentence as it reads from a folder: what stands inside it loses the folder. */
export function sentenceWithin(folder: string, sentence: string): string {
  return sentence.replaceAll(`${folder}/`, '').replaceAll(`${folder}\\`, '')
}

/** A path as it reads from a folder: what stands inside it loses the folder, anything else stays whole. */
export function pathWithin(folder: string, path: string): string {
  const rest = path.slice(folder.length)
  return path.startsWith(folder) && /^[\\/]./.test(rest) ? rest.slice(1) : path
}
