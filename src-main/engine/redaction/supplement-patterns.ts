/** One kind of secret that the preset does not know, as the pattern rule takes it. */
export interface SupplementPattern {
  readonly name: string
  readonly patterns: readonly string[]
}

/** What is written where a secret would stand: types, states, variables, and what we put there ourselves. */
const PLACEHOLDER = String.raw`(?!\[REDACTED|[<$%{*]|process\.|env\.|os\.|(?:required|optional|string|number|boolean|none|null|nil|undefined|true|false|missing|empty|changed?|reset|wrong|invalid|incorrect|expired|rotated?|forgotten|hidden|protected|redacted|placeholder|changeme|example|pass(?:word)?|secret|your|xxx+)\b)`
const SEPARATOR = String.raw`["'\x60]?[ \t]{0,4}(?::=|=>|[:=])[ \t]{0,4}["'\x60]?`
const SECRET_WORD =
  'secret|token|api[_-]?key|access[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|credentials?'
/** At least one digit among them: a word of the language is no secret. */
const VALUE_WITH_DIGIT = String.raw`(?=[^\s"'\x60,;]{0,200}\d)[^\s"'\x60,;]{8,500}`

/**
 * Every repetition has a bound, so that no text can make the search slow. What stands before a value is looked behind
 * at: the name of a secret may stay, its value may not.
 */
export const SUPPLEMENT_PATTERNS: readonly SupplementPattern[] = [
  {
    name: 'password',
    patterns: [
      String.raw`/(?<=(?:password|passwd|passphrase|pwd)${SEPARATOR})${PLACEHOLDER}[^\s"'\x60,;]{5,500}/i`,
      String.raw`/(?<=(?:password|passwd|passphrase|pwd)["']?[ \t]{0,4}[:=][ \t]{0,4}")${PLACEHOLDER}[^"\r\n]{5,500}(?=")/i`,
      String.raw`/(?<=--(?:password|passwd|token|secret|api-key)[ =]["']?)${PLACEHOLDER}[^\s"']{6,500}/i`,
    ],
  },
  {
    name: 'assigned-secret',
    patterns: [`/(?<=(?:${SECRET_WORD})${SEPARATOR})${PLACEHOLDER}${VALUE_WITH_DIGIT}/i`],
  },
  {
    name: 'authorization',
    patterns: [
      String.raw`/(?<=\bbearer[ \t]{1,4})(?=[\w.~+/=-]{0,200}\d)[\w.~+/=-]{16,4000}/i`,
      String.raw`/(?<=authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:basic|bearer|token|digest|apikey)[ \t]{1,4})${PLACEHOLDER}[\w.~+/=:-]{8,4000}/i`,
    ],
  },
  {
    name: 'cookie',
    patterns: [String.raw`/(?<=\bcookie:[ \t]{0,4})[\w.-]{1,100}=(?=[^\s;]{0,200}\d)[^\r\n]{12,4000}/i`],
  },
  {
    name: 'url-credentials',
    patterns: [
      String.raw`/(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/)(?!\[REDACTED|foo:bar@)[^\s\/:@"'<>\[]{0,100}:${PLACEHOLDER}[^\s\/@"'<>\[]{3,200}(?=@[^\s@])/i`,
    ],
  },
  { name: 'jwt', patterns: [String.raw`/\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,2000}/`] },
  {
    name: 'private-key',
    patterns: [
      // Lines may be apart from each other as the texts of a list are.
      String.raw`/-----BEGIN (?:[A-Z0-9]{2,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s{1,2}(?:Proc-Type|DEK-Info|Version|Comment): [^\r\n]{0,100}){0,4}(?:(?:\\[nr]|[\s|]){0,4}[A-Za-z0-9+\/=]{16,200}){0,400}(?:(?:\\[nr]|[\s|]){0,4}[A-Za-z0-9+\/=]{0,15}(?:\\[nr]|[\s|]){0,4}-----END[A-Z ]{0,40}-----)?/`,
      String.raw`/PuTTY-User-Key-File-\d:[^\r\n]{1,200}/`,
      '/\\bAGE-SECRET-KEY-1[0-9A-Z]{50,60}\\b/',
    ],
  },
  {
    name: 'google',
    patterns: [
      String.raw`/\bAIza[\w-]{35}(?![\w-])/`,
      String.raw`/\bya29\.[\w-]{20,500}/`,
      String.raw`/\bGOCSPX-[\w-]{20,60}/`,
    ],
  },
  {
    name: 'azure',
    patterns: [
      String.raw`/(?<=(?:AccountKey|SharedAccessKey|SharedAccessSignature)=)[A-Za-z0-9+\/=%&]{20,500}/i`,
      String.raw`/(?<=[?&]sig=)[A-Za-z0-9%+\/=]{30,200}/`,
    ],
  },
  {
    name: 'chat-bot',
    patterns: [
      String.raw`/(?<=discord(?:app)?\.com\/api\/webhooks\/)\d{15,22}\/[\w-]{40,100}/`,
      String.raw`/\b[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}\b/`,
      String.raw`/\b\d{8,10}:AA[\w-]{33}(?![\w-])/`,
      String.raw`/(?<=\.webhook\.office\.com\/)[^\s"']{40,300}/`,
    ],
  },
  {
    name: 'service-token',
    patterns: [
      String.raw`/\b(?:SK|AC)[0-9a-f]{32}\b/`,
      String.raw`/\bkey-[0-9a-f]{32}\b/`,
      String.raw`/\bpypi-[\w-]{60,300}/`,
      String.raw`/\bdo[opr]_v1_[0-9a-f]{64}\b/`,
      String.raw`/\brubygems_[0-9a-f]{48}\b/`,
      String.raw`/\bATATT3[\w=-]{40,300}/`,
      String.raw`/\b(?:sq0csp-[\w-]{43}|EAAA[\w-]{60})(?![\w-])/`,
      String.raw`/\b(?:glsa|glc|dckr_pat|lin_api|pscale_tkn|pscale_pw|hvs|xkeysib|phc|phx|r8)_[\w-]{32,200}/`,
      String.raw`/\bgh[pousr]_[A-Za-z0-9]{36,255}/`,
      String.raw`/\bgithub_pat_[A-Za-z0-9_]{60,255}/`,
      String.raw`/\bglpat-[\w-]{20,100}/`,
      String.raw`/\bsk-(?:proj-|ant-|svcacct-|or-v1-|live-)?(?=[\w-]{0,100}\d)[A-Za-z0-9_-]{32,250}/`,
    ],
  },
  {
    name: 'login-line',
    patterns: [
      String.raw`/(?<=\bmachine[ \t]{1,4}\S{1,200}[ \t]{1,4}login[ \t]{1,4}\S{1,200}[ \t]{1,4}password[ \t]{1,4})\S{4,200}/`,
      String.raw`/(?<=\bcurl\b[^\r\n]{0,300}\s(?:-u|--user)[ \t]{1,4}["']?)[^\s:"'\[]{1,100}:${PLACEHOLDER}[^\s"']{4,200}/`,
    ],
  },
]
