import type * as z from 'zod/mini'

/** One sentence for input that does not fit the contract: which field, and what is wrong with it. */
export function inputProblem(method: string, error: z.core.$ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return `The input of ${method} is not valid.`
  const field = issue.path.map(String).join('.') || 'input'
  return `${field} of ${method} ${sentenceOf(issue)}.`
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}`
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`
    case 'too_big':
      return `is too large: at most ${issue.maximum} ${unitOf(issue.origin)}`.trimEnd()
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'must not be empty'
        : `is too small: at least ${issue.minimum} ${unitOf(issue.origin)}`.trimEnd()
    case 'invalid_format':
      return 'must not be empty'
    default:
      return 'is not valid'
  }
}

function article(type: string): string {
  if (type === 'int') return 'a whole number'
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}

function unitOf(origin: string): string {
  return origin === 'string' ? 'characters' : origin === 'array' ? 'entries' : ''
}
