// Which strings cdk8s' YAML writer (`yaml` with the 1.1 schema) does not carry exactly through Kubernetes' own parser.
// Found by search (conformance/yaml/search.ts), held by recorded answers (test/constructs/plain/yaml-safe.test.ts).

// One line that starts like a word or a path and has no character that is carried wrongly: nearly every string there is.
const SURELY_FINE = /^[A-Za-z/][^\n\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]*$/;

// The writer leaves these unescaped or escapes them as what they are not; with the u flag only lone surrogates match.
const BAD_CHARACTER = /[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]/u;

// The reader's numbers: it drops every underscore first, unless the text starts with a dot.
const BASED = /^([-+]?)0(?:[xX]([0-9a-fA-F]+)|[oO]([0-7]+)|[bB]([01]+))$/;
const SIGN_INSIDE = /^0b([-+])([01]+)$/;
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const DOT_FIRST = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;

// The writer's numbers: a string of these forms it puts in quotes.
const QUOTED = [
  /^[-+]?0b[01_]+$/,
  /^[-+]?[0-9][0-9_]*$/,
  /^[-+]?0x[0-9a-fA-F_]+$/,
  /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
  /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
];

const INT_MAX = 2n ** 63n - 1n;
const UINT_MAX = 2n ** 64n - 1n;

/**
 * Why cdk8s' writer does not carry a string exactly, as the end of a sentence that starts with "it"; undefined when it does.
 *
 * `asKey` says that the string is a map's key. Takes time linear in the text, and next to none for ordinary strings.
 */
export function yamlUnsafe(text: string, asKey: boolean): string | undefined {
  if (SURELY_FINE.test(text)) {
    return undefined;
  }

  const bad = BAD_CHARACTER.exec(text);
  if (bad) {
    const code = bad[0].charCodeAt(0);
    const name = 'U+' + code.toString(16).toUpperCase().padStart(4, '0');
    return code >= 0xd800 && code <= 0xdfff ? `contains half of a surrogate pair (${name})` : `contains the character ${name}`;
  }
  if (asKey && text === '<<') {
    return 'reads as a merge key';
  }
  if (readsAsNumber(text) && !QUOTED.some((form) => form.test(text))) {
    return 'reads as a number';
  }
  // A key is always written on one line, and so is a text without line breaks.
  return asKey || !text.includes('\n') ? undefined : multiLineUnsafe(text);
}

function readsAsNumber(text: string): boolean {
  if (!/^[-+.0-9]/.test(text)) {
    return false;
  }
  if (text.startsWith('.')) {
    return DOT_FIRST.test(text) && isFinite(Number(text.replace(/_/g, '')));
  }
  const plain = text.replace(/_/g, '');
  if (DECIMAL.test(plain)) {
    return isFinite(Number(plain));
  }
  const based = BASED.exec(plain);
  if (based) {
    const [, sign, hex, octal, binary] = based;
    return inRange(sign, hex ? '0x' : octal ? '0o' : '0b', hex ?? octal ?? binary);
  }
  const inside = SIGN_INSIDE.exec(plain);
  return inside !== null && inRange(inside[1], '0b', inside[2]);
}

/** Whether the reader has an integer for it: 64 bits, signed ones with a sign, else unsigned. */
function inRange(sign: string, prefix: string, digits: string): boolean {
  const significant = digits.replace(/^0+/, '');
  if (significant.length > 64) {
    return false;
  }
  const value = BigInt(prefix + (significant || '0'));
  return value <= (sign === '' ? UINT_MAX : sign === '-' ? INT_MAX + 1n : INT_MAX);
}

function multiLineUnsafe(text: string): string | undefined {
  // Control characters, and a last line of nothing but blanks, make the writer choose double quotes, else a block.
  if (/[\x00-\x08\x0b-\x1f]|\n[\t ]+$/.test(text)) {
    // Short ones stay on one line; in long ones the writer escapes the backslash of an escaped blank.
    return text.includes('\n \n') && JSON.stringify(text).length >= 40 ? 'has a line of one space between line breaks' : undefined;
  }
  if (/^[\t\n ]*$/.test(text)) {
    return /[\t ]/.test(text) ? 'consists of blanks and line breaks only' : undefined;
  }
  return /^\n*\t/.test(text) ? 'has a tab at the start of its first line of text' : undefined;
}
