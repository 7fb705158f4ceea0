import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askWorker } from './ask-worker'
import type { ShownDocument } from './json-document-rows'

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

async function findWords({ key = 0, text }: ShownDocument, words: string): Promise<Int32Array> {
  return (await askWorker('find', { key, words })) ?? (await askWorker('find', { key, words, text })) ?? NONE
}

/** Looks for words in a document; the first match is shown as soon as it is found. */
export function useFind(id: string, hash: string | undefined, shown: ShownDocument | undefined): Find {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { data } = useQuery({
    queryKey: ['document', 'find', id, hash, words],
    queryFn: () => (shown === undefined ? NONE : findWords(shown, words)),
    structuralSharing: false,
    gcTime: 20_000,
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
