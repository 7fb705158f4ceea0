import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { SafeMarkdown } from '../markdown/safe-markdown'
import { visibleLines } from '../markdown/visible-text'
import css from './case.module.css'
import { Checklist } from './checklist'

function Bullets({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <section>
      <h3 className={css.heading}>{title}</h3>
      <ul className={css.bullets}>
        {texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries may repeat and have no other identity
          <li key={index}>{visibleLines(text)}</li>
        ))}
      </ul>
    </section>
  )
}

function Prose({ title, text }: { title: string; text: string | null }) {
  if (!text?.trim()) return null
  return (
    <section>
      <h3 className={css.heading}>{title}</h3>
      <SafeMarkdown text={text} />
    </section>
  )
}

/** What a mission is meant to achieve; absent parts leave no trace. */
export function SpecSection({ mission: { card, spec, criteria } }: { mission: MissionDetail }) {
  return (
    <>
      <Prose title="Objective" text={spec.objective} />
      <Prose title="Description" text={spec.description} />
      <Prose title="Context" text={spec.context} />
      {criteria.length > 0 && <Checklist of="criteria" missionId={card.id} items={criteria} />}
      <Bullets title="Deliverables" texts={spec.deliverables} />
      <Bullets title="Reference documents" texts={spec.referenceDocs} />
    </>
  )
}
