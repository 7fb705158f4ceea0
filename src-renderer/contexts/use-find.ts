import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShownDocument } from './json-document-rows'
import { workerQuery } from './use-document'

/** What is looked for in a document, and which of its places is shown. */
export interface Find {
  readonly words: string
  readonly matches: Int32Array
  /** The match that is shown; 0 when there is none. */
  readonly at: number
  look(words: string): void
  step(by: 1 | -1): void
}

const NONE = new Int32Array()

/** Looks for words in a document; the first match is shown as soon as it is found. */
export function useFind(id: string, hash: string | undefined, shown: ShownDocument | undefined): Find {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { data } = useQuery({
    ...workerQuery('find', [id, hash, words], { text: shown?.text ?? '', words }),
    enabled: shown !== undefined && words.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const matches = words.trim() === '' ? NONE : (data ?? NONE)
  const count = matches.length
  return {
    words,
    matches,
    at: count === 0 ? 0 : Math.min(at, count - 1),
    look: (next) => {
      setWords(next)
      setAt(0)
    },
    step: (by) => setAt((present) => (count === 0 ? 0 : (Math.min(present, count - 1) + by + count) % count)),
  }
}
