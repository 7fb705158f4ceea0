import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import filter from '../board/filter-field.module.css'
import { Kbd } from '../parts/kbd'

const PAUSE = 140

/** Words to search for, applied when typing pauses; Escape empties it. */
export function SearchField({ label, onWords }: { label: string; onWords: (words: string) => void }) {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string, pause = PAUSE) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onWords(text.trim()), pause)
  }
  return (
    <search className={filter.field}>
      <Search size={13} aria-hidden />
      <input
        ref={field}
        data-filter-field
        className={filter.input}
        value={typed}
        placeholder={label}
        aria-label={label}
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          if (typed === '') field.current?.blur()
          else type('', 0)
        }}
      />
      {typed === '' ? (
        <Kbd>/</Kbd>
      ) : (
        <button type="button" className={filter.clear} aria-label="Clear the search" onClick={() => type('', 0)}>
          <X size={13} aria-hidden />
        </button>
      )}
    </search>
  )
}
