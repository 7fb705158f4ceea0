import { JsonNumber } from '../../domain/json-document'

/** An unquoted word of YAML that stands for something else than text: what it means, and how it was spelled. */
export class YamlWord {
  constructor(
    readonly meaning: boolean | JsonNumber | string,
    readonly source: string,
  ) {}
}

const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/
const NULL = /^(?:~|null|Null|NULL)?$/
const INTEGER = /^[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|0[0-7_]+|0|[1-9][\d_]*)$/
const FLOAT = /^(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?)$/
const SIXTIES = /^[-+]?(?:[1-9][\d_]*(?::[0-5]?\d)+|\d[\d_]*(?::[0-5]?\d)+\.[\d_]*)$/
const ENDLESS = /^[-+]?\.(?:inf|Inf|INF)$/
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/
const DAY = /^\d{4}-\d\d-\d\d$/
const MOMENT =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d\d?)(?::?(\d\d))?))?$/

/** An unquoted scalar as a reader of YAML 1.1 takes it; text that means nothing else is handed back as it is. */
export function wordOf(source: string): null | string | YamlWord {
  if (source === '') return null
  if (!mayMean(source)) return source
  if (NULL.test(source)) return null
  const meaning = meaningOf(source)
  return meaning === undefined ? source : new YamlWord(meaning, source)
}

const LONGEST_NAME = 5

/** Most texts begin otherwise than every word with a meaning does; of those that begin with a letter, all are short. */
function mayMean(source: string): boolean {
  const unit = source.charCodeAt(0)
  // Digits, signs and the point.
  if ((unit >= 0x30 && unit <= 0x39) || unit === 0x2b || unit === 0x2d || unit === 0x2e) return true
  return source.length <= LONGEST_NAME && '~yYnNtTfFoO'.includes(source.charAt(0))
}

function meaningOf(source: string): boolean | JsonNumber | string | undefined {
  if (TRUE.test(source)) return true
  if (FALSE.test(source)) return false
  if (INTEGER.test(source)) return new JsonNumber(integerText(source))
  if (FLOAT.test(source)) return new JsonNumber(floatText(Number(source.replaceAll('_', ''))))
  if (ENDLESS.test(source)) return new JsonNumber(source.startsWith('-') ? '-Infinity' : 'Infinity')
  if (NOT_A_NUMBER.test(source)) return new JsonNumber('NaN')
  if (DAY.test(source)) return source
  if (SIXTIES.test(source)) return new JsonNumber(sixtiesText(source))
  return momentText(source)
}

/** Integers of any length stay exact; a leading zero means octal. */
function integerText(source: string): string {
  const negative = source.startsWith('-')
  const digits = source.replaceAll('_', '').replace(/^[-+]/, '')
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits || '0')
  return String(negative ? -value : value)
}

/** `12:30` is 750: the fields count in sixties. */
function sixtiesText(source: string): string {
  const sign = source.startsWith('-') ? -1 : 1
  const fields = source.replaceAll('_', '').replace(/^[-+]/, '').split(':')
  const value = sign * fields.reduce((sum, field) => sum * 60 + Number(field), 0)
  return source.includes('.') ? floatText(value) : String(value)
}

/** A float with a point or an exponent, as other programs of this convention spell it. */
export function floatText(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [mantissa = '', exponent = ''] = value.toExponential().split('e')
    return `${mantissa}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`
  }
  const text = Object.is(value, -0) ? '-0' : String(value)
  return text.includes('.') ? text : `${text}.0`
}

/** A date with a time, in the words in which other programs of this convention store it. */
function momentText(source: string): string | undefined {
  const found = MOMENT.exec(source)
  if (found === null) return undefined
  const [
    ,
    year = '',
    month = '',
    day = '',
    hour = '',
    minute = '',
    second = '',
    fraction = '',
    zone,
    sign,
    east,
    past,
  ] = found
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  // A day that no calendar has is text like any other.
  if (Number.isNaN(Date.parse(date)) || new Date(date).getUTCDate() !== Number(day)) return source
  const micros = fraction.slice(0, 6).padEnd(6, '0')
  const time = `${hour.padStart(2, '0')}:${minute}:${second}${Number(micros) === 0 ? '' : `.${micros}`}`
  if (zone === undefined) return `${date} ${time}`
  return `${date} ${time}${sign === undefined ? '+00:00' : `${sign}${(east ?? '').padStart(2, '0')}:${past ?? '00'}`}`
}
