import { lazy, Suspense, useState, useTransition } from 'react'
import { formatCount } from '../format'
import { Button } from '../parts/button'
import { planMarkdown } from './markdown-limits'
import css from './safe-markdown.module.css'
import { visibleLines } from './visible-text'

const MarkdownBody = lazy(() => import('./markdown-body').then((file) => ({ default: file.MarkdownBody })))

const WHY_PLAIN = {
  long: 'Shown as plain text because it is longer than 64 KB.',
  nested: 'Shown as plain text because it is nested too deeply.',
}

/** Text of an agent or operator as Markdown: no raw HTML, no images, links only after asking, and never slow. */
export function SafeMarkdown({ text }: { text: string }) {
  const [showAll, setShowAll] = useState(false)
  const [pending, startTransition] = useTransition()
  const plan = planMarkdown(text, showAll)
  if (plan.kind === 'plain') {
    return (
      <section className={css.text} aria-label="Text by agents">
        <p className={css.note}>{WHY_PLAIN[plan.why]}</p>
        <pre className={css.plain}>{visibleLines(text)}</pre>
      </section>
    )
  }
  return (
    <section className={css.text} aria-label="Text by agents">
      <Suspense fallback={<div className={css.waiting}>{visibleLines(plan.text)}</div>}>
        <MarkdownBody text={visibleLines(plan.text)} />
      </Suspense>
      {plan.rest > 0 && (
        <Button kind="outline" disabled={pending} onClick={() => startTransition(() => setShowAll(true))}>
          Show all, {formatCount(plan.rest)} more characters
        </Button>
      )}
    </section>
  )
}
