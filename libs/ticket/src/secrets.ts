// Recognises what people should not have written into a ticket: passwords, keys, codes, card numbers. It looks at form
// only, and would rather miss one than flag an order number. Without imports, so that a form can ask it while one types.

export const secretKinds = [
  'private-key',
  'api-key',
  'password',
  'card-number',
  'recovery-code',
  'one-time-code',
] as const;
export type SecretKind = (typeof secretKinds)[number];

export interface Finding {
  readonly kind: SecretKind;
  /** in UTF-16 units; `end` is behind the last one. What is between is the secret, not the word that gave it away */
  readonly start: number;
  readonly end: number;
}

/** In the order of the text; none lies in another. Linear in the text's length. */
export function findSecrets(text: string): Finding[] {
  const found: Finding[] = [];
  for (const detect of detectors) {
    for (const finding of detect(text)) {
      if (!found.some(({ start, end }) => finding.start < end && start < finding.end)) found.push(finding);
    }
    if (found.length >= mostFindings) break;
  }
  return found.slice(0, mostFindings).sort((a, b) => a.start - b.start);
}

const mostFindings = 50;
type Detector = (text: string) => Iterable<Finding>;

/** Every match is a finding: its group `secret`, or all of it. `holds` has the last word. */
const matching = (kind: SecretKind, pattern: RegExp, holds: (secret: string) => boolean = () => true): Detector =>
  function* (text) {
    for (const match of text.matchAll(pattern)) {
      const secret = match.groups?.['secret'] ?? match[0];
      const start = match.index + match[0].lastIndexOf(secret);
      if (holds(secret)) yield { kind, start, end: start + secret.length };
    }
  };

const privateKey =
  /-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----END))*(?:-----END [A-Z ]{0,40}-----)?/g;

/** Keys that say whose they are. */
const issued = new RegExp(
  `(?<![\\w-])(?:${[
    'A(?:KIA|SIA)[0-9A-Z]{16}',
    'gh[pousr]_[A-Za-z0-9]{36,255}',
    'github_pat_\\w{22,255}',
    'gl(?:pat|dt|rt)-[\\w-]{20,100}',
    'xox[abeoprs]-[\\w-]{10,255}',
    '[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}',
    'sk-(?:proj-|ant-)?[\\w-]{20,255}',
    'AIza[\\w-]{35}',
    'ya29\\.[\\w-]{20,255}',
    'SG\\.[\\w-]{16,64}\\.[\\w-]{16,64}',
    'npm_[A-Za-z0-9]{36}',
    'hf_[A-Za-z0-9]{30,64}',
    'dop_v1_[0-9a-f]{64}',
    'ldk_[a-z0-9]{1,32}_\\w{8,64}_[\\w-]{16,255}',
    'eyJ[\\w-]{10,4096}\\.eyJ[\\w-]{10,4096}\\.[\\w-]{10,4096}',
  ].join('|')})(?![\\w-])`,
  'g',
);

const passwordWord = 'pass(?:word|wort|wd|phrase|code)|pwd|kennwort|passwort';
const keyWord =
  'api[ _-]?keys?|(?:access|auth|bearer|client|refresh|secret|session)[ _-]?(?:token|key|secret)|secret|token|bearer';
const value = String.raw`["'“‘\x60<]?(?<secret>[^\s"'“”‘’\x60<>]{4,200})`;

/** `password: …`, `pwd=…`, `the password is …`, `"password": "…"`. */
const password = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${passwordWord})["']?(?:[ \t]{0,3}(?:[:=]|:=|=>)[ \t]{0,3}|[ \t]+(?:is|was|ist|lautet)(?:[ \t]+now)?:?[ \t]+)${value}`,
  'giu',
);
const namedKey = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${keyWord})["']?(?:[ \t]{0,3}(?:[:=]|:=|=>)[ \t]{0,3}|[ \t]+(?:is|ist|lautet):?[ \t]+|(?<=bearer)[ \t]+)${value}`,
  'giu',
);

const classesIn = (text: string): number =>
  [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((one) => one.test(text)).length;
const bare = (text: string): string => text.replace(/[.,;:!?)\]]+$/, '');

/** Not a word, and not a place where a password would stand: `********`, `[removed]`, `${PASSWORD}`. */
function looksChosen(text: string): boolean {
  const secret = bare(text);
  if (secret.length < 4 || /^([*xX•·.#_-])\1*$|^[[({$%]/.test(secret) || /^https?:|^www\.|@.+\.\w+$/i.test(secret))
    return false;
  if (/^TICK-|^\d{1,2}[.:/]\d/.test(secret)) return false;
  const inner = secret.slice(1);
  return /\d/.test(secret)
    ? /[^\d.,:/-]/.test(secret) || secret.length >= 6
    : /[A-Z]/.test(inner) && /[a-z]/.test(secret)
      ? true
      : /[^\p{L}\d'’./-]/u.test(inner);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const looksGenerated = (text: string): boolean => {
  const secret = bare(text);
  return (
    secret.length >= 12 &&
    /\d/.test(secret) &&
    /[A-Za-z]/.test(secret) &&
    !/^TICK-/i.test(secret) &&
    !/^https?:/i.test(secret)
  );
};

/** Text that changes between lower case, upper case and digits as often as chance does, which no name or path does. */
const random = /(?<![\w+/=.@:%-])[A-Za-z0-9_-]{24,200}={0,2}(?![\w+/=.@-])/g;
function looksRandom(text: string): boolean {
  if (uuid.test(text) || /^[0-9a-f]+$/i.test(text) || classesIn(text.replace(/[_=-]/g, '')) < 3) return false;
  const classOf = (letter: string) => (/\d/.test(letter) ? 0 : /[a-z]/.test(letter) ? 1 : /[A-Z]/.test(letter) ? 2 : 3);
  let changes = 0;
  for (let at = 1; at < text.length; at += 1)
    if (classOf(text.charAt(at)) !== classOf(text.charAt(at - 1))) changes += 1;
  return changes / (text.length - 1) >= 0.45 && new Set(text).size >= 14;
}

/** Four by four, as cards have them, or without a gap. */
const card = /(?<![\w+.,/-])(?:\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{1,7}|\d{4}[ -]\d{6}[ -]\d{5}|\d{13,19})(?![\w/-]|[.,]\d)/g;
function isCard(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  const issuer =
    /^(?:4\d{12}(?:\d{3}){0,2}|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|3(?:0[0-5]|[68]\d)\d{11})$/;
  if (!issuer.test(digits) || new Set(digits).size < 2) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at));
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Codes that stand within some lines behind the words. */
const recovery: Detector = function* (text) {
  const words = /(?:recovery|backup|wiederherstellungs|scratch|notfall)[ -]?(?:code|key|schlüssel)s?/giu;
  const code =
    /(?<![\w-])(?=[\w-]*\d)[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8}){1,7}(?![\w-])|(?<![\w-])\d{8,10}(?![\w-])|(?<![\w-])\d{4} \d{4}(?![\w-])/g;
  let from = 0;
  for (const { index, 0: word } of text.matchAll(words)) {
    const begin = Math.max(from, index + word.length);
    const near = text.slice(begin, index + word.length + 300);
    for (const match of near.matchAll(code)) {
      if (uuid.test(match[0]) || /^\d{4}-\d{2}/.test(match[0]) || /^TICK-/i.test(match[0])) continue;
      yield { kind: 'recovery-code', start: begin + match.index, end: begin + match.index + match[0].length };
    }
    from = Math.max(from, index + word.length + 300);
  }
};

const digitsOf = (size: string) => String.raw`(?<secret>\d{3}[ -]\d{3}|\d{${size}})(?![\w/-]|[.,:]\d)`;
const leading = String.raw`[ \t]{0,3}(?:(?:is|was|ist|lautet|code|number)[ \t]{1,3}){0,2}[:=#“"']{0,2}[ \t]{0,3}`;
/** Words that mean nothing else. */
const oneTime = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:t?otp|one[- ]time (?:code|password|pin)|(?:2fa|mfa|sms|verification|security|login|sign[- ]in|authenticat(?:or|ion)|bestätigungs|einmal)[ -]?(?:code|pin|passwort)|m?TAN|PIN)${leading}${digitsOf('4,8')}`,
  'giu',
);
/** `code` by itself stands before much else: exit codes, postal codes, order codes. */
const plainCode = new RegExp(
  String.raw`(?<=^|[.!?,;:\n]\s{0,3}|\b(?:my|the|this|der|mein|got|received)\s)code[ \t]{0,3}(?:(?:is|was|ist|lautet)[ \t]|[:=])[ \t]{0,3}${digitsOf('6,8')}`,
  'giu',
);

const detectors: readonly Detector[] = [
  matching('private-key', privateKey),
  matching('api-key', issued),
  matching('password', password, looksChosen),
  matching('api-key', namedKey, looksGenerated),
  matching('card-number', card, isCard),
  recovery,
  matching('one-time-code', oneTime),
  matching('one-time-code', plainCode),
  matching('api-key', random, looksRandom),
];
