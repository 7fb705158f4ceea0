import { Search } from 'lucide-react'
import field from '../parts/search-field.module.css'

/** A field that narrows the list below it as one types. */
export function NarrowField({ label, text, onText }: { label: string; text: string; onText: (text: string) => void }) {
  return (
    <search className={field.field}>
      <Search size={13} aria-hidden />
      <input
        data-filter-field
        className={field.input}
        value={text}
        placeholder={label}
        aria-label={label}
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return
          event.stopPropagation()
          onText('')
        }}
      />
    </search>
  )
}
