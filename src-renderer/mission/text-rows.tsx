import { Plus, X } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { Button } from '../parts/button'
import { MissionSuggest } from './mission-suggest'
import css from './text-rows.module.css'

interface TextRowsProps {
  label: string
  hint?: string
  error?: string | undefined
  rows: readonly string[]
  onChange: (rows: readonly string[]) => void
  /** What one row is called: the name of its input and of its remove button. */
  one: string
  /** Suggest missions while a row is typed. */
  missions?: boolean
  /** A mission that makes no sense in the list. */
  without?: string
}

/** An editable list, a row each: Enter adds a row, Backspace in an empty one removes it, pasted lines become rows. */
export function TextRows({ label, hint, error, rows, onChange, one, missions = false, without }: TextRowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const shown = rows.length === 0 ? [''] : rows
  const focusRow = (index: number) => {
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('input')[index]?.focus())
  }
  const add = (index: number) => {
    onChange(shown.toSpliced(index + 1, 0, ''))
    focusRow(index + 1)
  }
  const remove = (index: number) => {
    onChange(shown.toSpliced(index, 1))
    focusRow(Math.max(0, index - 1))
  }
  const keys = (event: KeyboardEvent, index: number) => {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (shown[index]?.trim()) add(index)
    }
    if (event.key === 'Backspace' && shown[index] === '' && shown.length > 1) {
      event.preventDefault()
      remove(index)
    }
  }
  const paste = (event: ClipboardEvent, index: number) => {
    const lines = event.clipboardData.getData('text').split(/\r?\n/)
    if (lines.length < 2 || shown[index] !== '') return
    event.preventDefault()
    onChange(shown.toSpliced(index, 1, ...lines.map((line) => line.replace(/^\s*[-*]\s+/, '')).filter(Boolean)))
  }
  return (
    <fieldset className={css.rows}>
      <legend className={css.legend}>
        {label} <span>optional</span>
      </legend>
      <ul ref={list} className={css.list}>
        {shown.map((row, index) => {
          const control = {
            'aria-label': `${one} ${index + 1}`,
            value: row,
            onKeyDown: (event: KeyboardEvent) => keys(event, index),
          }
          const set = (text: string) => onChange(shown.with(index, text))
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity than its place
            <li key={index} className={css.row}>
              {missions ? (
                <MissionSuggest
                  {...control}
                  onValue={set}
                  className={css.input}
                  {...(without !== undefined && { without })}
                />
              ) : (
                <input
                  {...control}
                  className={css.input}
                  onChange={(event) => set(event.target.value)}
                  onPaste={(event) => paste(event, index)}
                />
              )}
              {shown.length > 1 && (
                <Button icon aria-label={`Remove ${one.toLowerCase()} ${index + 1}`} onClick={() => remove(index)}>
                  <X size={14} aria-hidden />
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <Button className={css.add} onClick={() => add(shown.length - 1)}>
        <Plus size={13} aria-hidden />
        Add {one.toLowerCase()}
      </Button>
      {error ? (
        <p className={css.error} role="alert">
          {error}
        </p>
      ) : (
        hint && <p className={css.hint}>{hint}</p>
      )}
    </fieldset>
  )
}
