import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Kbd } from './kbd'
import css from './search-field.module.css'

/** Milliseconds without a key until what was typed is applied. */
const PAUSE = 120

interface SearchFieldProps {
  label: string
  /** For the button that empties it. */
  clearLabel: string
  /** What is applied now, when others can change it too. */
  words?: string
  onWords: (words: string) => void
  /** Longer where applying costs more. */
  pause?: number
  maxLength?: number
}

/** Words to look for, applied when typing pauses or by Enter; Escape empties it, and leaves it when it is empty. */
export function SearchField({ label, clearLabel, words = '', onWords, pause = PAUSE, maxLength }: SearchFieldProps) {
  const [typed, setTyped] = useState(words)
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Words that came from elsewhere (a chip, the address) show in the field; what is being typed is left alone.
  useEffect(() => {
    if (document.activeElement !== field.current || words === '') setTyped(words)
  }, [words])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string, wait = pause) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onWords(text.trim()), wait)
  }
  return (
    <search className={css.field}>
      <Search size={13} aria-hidden />
      <input
        ref={field}
        data-filter-field
        className={css.input}
        value={typed}
        maxLength={maxLength}
        placeholder={label}
        aria-label={label}
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') type(typed, 0)
          if (event.key !== 'Escape') return
          event.stopPropagation()
          if (typed === '') field.current?.blur()
          else type('', 0)
        }}
      />
      {typed === '' ? (
        <Kbd>/</Kbd>
      ) : (
        <button type="button" className={css.clear} aria-label={clearLabel} onClick={() => type('', 0)}>
          <X size={13} aria-hidden />
        </button>
      )}
    </search>
  )
}
