import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Kbd } from '../parts/kbd'
import css from './filter-field.module.css'

const PAUSE = 120

interface FilterFieldProps {
  filter: string
  onFilter: (filter: string) => void
}

/** Filters as text, `status:blocked sprint:"Sprint 4" words`, applied when typing pauses. */
export function FilterField({ filter, onFilter }: FilterFieldProps) {
  const [typed, setTyped] = useState(filter)
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // A filter that came from elsewhere (a chip, the address) shows in the field; what is being typed is left alone.
  useEffect(() => {
    if (document.activeElement !== field.current || filter === '') setTyped(filter)
  }, [filter])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string, pause = PAUSE) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onFilter(text.trim()), pause)
  }
  return (
    <search className={css.field}>
      <Search size={13} aria-hidden />
      <input
        ref={field}
        data-filter-field
        className={css.input}
        value={typed}
        placeholder="Filter missions"
        aria-label="Filter missions"
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
        <button type="button" className={css.clear} aria-label="Clear the filter" onClick={() => type('', 0)}>
          <X size={13} aria-hidden />
        </button>
      )}
    </search>
  )
}
