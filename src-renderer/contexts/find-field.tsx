import { ArrowDown, ArrowUp, Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { formatCount } from '../format'
import { Button } from '../parts/button'
import look from '../parts/search-field.module.css'
import css from './find-field.module.css'
import type { Find } from './use-find'

const PAUSE = 120

/** Looks for words in the document: Enter goes to the next place, Shift Enter to the one before. */
export function FindField({ find }: { find: Find }) {
  const [typed, setTyped] = useState(find.words)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => find.look(text), PAUSE)
  }
  const count = find.matches.length
  const found = find.words.trim() !== ''
  return (
    <search className={css.find}>
      <label className={css.field}>
        <Search size={13} aria-hidden />
        <input
          data-filter-field
          className={look.input}
          value={typed}
          placeholder="Find in this document"
          aria-label="Find in this document"
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1)
            if (event.key !== 'Escape') return
            event.stopPropagation()
            if (typed === '') event.currentTarget.blur()
            else type('')
          }}
        />
        <span className={css.count} role="status">
          {found && (count === 0 ? 'none' : `${formatCount(find.at + 1)} of ${formatCount(count)}`)}
        </span>
      </label>
      {found && count > 1 && (
        <>
          <Button icon aria-label="Place before" onClick={() => find.step(-1)}>
            <ArrowUp size={14} aria-hidden />
          </Button>
          <Button icon aria-label="Next place" onClick={() => find.step(1)}>
            <ArrowDown size={14} aria-hidden />
          </Button>
        </>
      )}
    </search>
  )
}
