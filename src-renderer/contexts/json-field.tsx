import { CircleCheck, TriangleAlert } from 'lucide-react'
import { type Ref, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../parts/button'
import css from './json-field.module.css'
import { formatKb } from './size-words'
import type { CheckState } from './use-check'

const LINE = 20
const PADDING = 10

interface JsonFieldProps {
  ref?: Ref<HTMLTextAreaElement>
  value: string
  check: CheckState
  onChange: (text: string) => void
}

function linesIn(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** The numbers of the lines in view; the field itself scrolls. */
function Gutter({ lines, top, height, faulty }: { lines: number; top: number; height: number; faulty: number | null }) {
  const first = Math.max(0, Math.floor((top - PADDING) / LINE))
  const count = Math.min(lines - first, Math.ceil(height / LINE) + 2)
  return (
    <div className={css.gutter} style={{ width: `${Math.max(3, String(lines).length) + 2}ch` }} aria-hidden>
      <div style={{ transform: `translateY(${PADDING + first * LINE - top}px)` }}>
        {Array.from({ length: Math.max(0, count) }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its number
          <span key={first + at} data-faulty={first + at + 1 === faulty}>
            {first + at + 1}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Where JSON is typed: line numbers, and below them whether it can be read, and if not, where it stops. */
export function JsonField({ ref, value, check, onChange }: JsonFieldProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement)
  const [scroll, setScroll] = useState({ top: 0, height: 600 })
  const follow = () => {
    const element = field.current
    if (element) setScroll({ top: element.scrollTop, height: element.clientHeight })
  }
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    const sized = new ResizeObserver(() => setScroll({ top: element.scrollTop, height: element.clientHeight }))
    sized.observe(element)
    return () => sized.disconnect()
  }, [])
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(0, 0)
  }, [])
  const { problem, pending, sizeKb } = check
  const goThere = () => {
    const element = field.current
    if (!element || !problem) return
    element.focus()
    element.setSelectionRange(problem.position, Math.min(problem.position + 1, value.length))
    element.scrollTop = Math.max(0, (problem.line - 1) * LINE - element.clientHeight / 2)
  }
  return (
    <div className={css.frame}>
      <div className={css.code}>
        <Gutter lines={linesIn(value)} {...scroll} faulty={problem?.line ?? null} />
        <textarea
          ref={field}
          className={css.text}
          value={value}
          aria-label="JSON"
          aria-invalid={problem !== null}
          aria-describedby={id}
          spellCheck={false}
          wrap="off"
          onChange={(event) => onChange(event.target.value)}
          onScroll={follow}
        />
      </div>
      <div className={css.foot} id={id} role="status" data-state={problem === null ? 'ok' : 'faulty'}>
        {problem === null ? (
          <>
            <CircleCheck size={14} aria-hidden />
            <span>{pending ? 'Checking' : `JSON, ${formatKb(sizeKb)}`}</span>
          </>
        ) : (
          <>
            <TriangleAlert size={14} aria-hidden />
            <span>
              Line {problem.line}, column {problem.column}: {problem.sentence}
            </span>
            <Button kind="outline" onClick={goThere}>
              Go there
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
