import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import look from '../board/filter-field.module.css'
import { Kbd } from '../parts/kbd'

const PAUSE = 250

/** Words that must occur in an event, applied when typing pauses. */
export function EventSearch({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // A text that came from elsewhere (the address, a cleared filter) shows in the field; what is being typed is left alone.
  useEffect(() => {
    if (document.activeElement !== field.current || text === '') setTyped(text)
  }, [text])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (next: string, pause = PAUSE) => {
    setTyped(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onText(next), pause)
  }
  return (
    <search className={look.field}>
      <Search size={13} aria-hidden />
      <input
        ref={field}
        data-filter-field
        className={look.input}
        value={typed}
        maxLength={500}
        placeholder="Words in events"
        aria-label="Words in events"
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
        <button type="button" className={look.clear} aria-label="Clear the words" onClick={() => type('', 0)}>
          <X size={13} aria-hidden />
        </button>
      )}
    </search>
  )
}
