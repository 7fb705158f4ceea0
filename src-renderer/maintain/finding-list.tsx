import { CircleCheck, KeyRound } from 'lucide-react'
import { visibleText } from '../markdown/visible-text'
import { Field, TextInput } from '../parts/field'
import css from './finding-list.module.css'
import { isReason, type Reasons, type Secret } from './findings'

interface FindingListProps {
  secrets: readonly Secret[]
  reasons: Reasons
  onReasons: (reasons: Reasons) => void
}

function whereOf({ lines, inName }: Secret): string {
  if (inName) return 'in its name'
  if (lines.length === 0) return ''
  return lines.length === 1
    ? `line ${lines[0]}`
    : `lines ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ' …' : ''}`
}

/** What looks like a secret, never the secret itself; each is waived by saying why it is none. */
export function FindingList({ secrets, reasons, onReasons }: FindingListProps) {
  return (
    <ul className={css.list}>
      {secrets.map((secret) => {
        const waived = isReason(reasons[secret.key])
        const Sign = waived ? CircleCheck : KeyRound
        return (
          <li key={secret.key} className={css.row} data-waived={waived}>
            <Sign className={css.sign} size={15} aria-hidden />
            <div className={css.words}>
              <p className={`${css.path} selectable`}>
                {visibleText(secret.path)} <span className={css.where}>{whereOf(secret)}</span>
              </p>
              <p className={css.rule}>
                {visibleText(secret.rule)} <span className="mono">{secret.mark}</span>
              </p>
            </div>
            <div className={css.field}>
              <Field label={waived ? 'Waived, because' : 'Why it is no secret'}>
                <TextInput
                  value={reasons[secret.key] ?? ''}
                  maxLength={1_000}
                  placeholder="e.g. an example in the guide"
                  aria-description={`${secret.path}, ${secret.rule}`}
                  onChange={(event) => onReasons({ ...reasons, [secret.key]: event.target.value })}
                />
              </Field>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
