/**
 * Name formats. Each function returns undefined for a valid value, otherwise the rest of a sentence that starts with the value: `'My' must
 * contain only lower-case letters, …`. Source: k8s.io/apimachinery/pkg/util/validation. Its length limits are in UTF-8 bytes; for ASCII-only
 * formats the string length gives the same answer, because other characters are refused anyway.
 */
export type NameRule = (value: string) => string | undefined;

const DNS_1123_LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const DNS_1123_SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const DNS_1123_SUBDOMAIN_UNDERSCORE = /^_?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?(?:\._?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?)*$/;
const DNS_1035_LABEL = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const LABEL_TEXT = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const RELAXED_ENV_VAR_NAME = /^[ -<>-~]*$/;
const CONFIG_MAP_KEY = /^[-._a-zA-Z0-9]+$/;
const HTTP_HEADER_NAME = /^[-A-Za-z0-9]+$/;
const PORT_NAME = /^[-a-z0-9]+$/;
const LETTER = /[a-z]/;
const HTTP_PATH = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;

/** Maximum length of a DNS label, a label value and the name part of a qualified name. */
const MAX_LABEL = 63;
/** Maximum length of a DNS subdomain and of a ConfigMap key. */
const MAX_SUBDOMAIN = 253;

/** A DNS label: `web-1`. */
export function dns1123Label(value: string): string | undefined {
  if (value.length > MAX_LABEL) {
    return tooLong(MAX_LABEL);
  }
  if (DNS_1123_LABEL.test(value)) {
    return undefined;
  }
  return DNS_1123_SUBDOMAIN.test(value) ? 'must not contain dots'
    : 'must contain only lower-case letters, digits and \'-\', and must start and end with a letter or digit';
}

/** A DNS subdomain: `www.example.com`. */
export function dns1123Subdomain(value: string): string | undefined {
  if (value.length > MAX_SUBDOMAIN) {
    return tooLong(MAX_SUBDOMAIN);
  }
  return DNS_1123_SUBDOMAIN.test(value) ? undefined
    : 'must contain only lower-case letters, digits, \'-\' and \'.\', and each part between dots must start and end with a letter or digit';
}

/** A DNS subdomain after a first label that stands for any: `*.example.com`. */
export function wildcardDns1123Subdomain(value: string): string | undefined {
  if (value.length > MAX_SUBDOMAIN) {
    return tooLong(MAX_SUBDOMAIN);
  }
  return value.startsWith('*.') && DNS_1123_SUBDOMAIN.test(value.slice(2)) ? undefined
    : 'must be \'*.\' and a DNS name of lower-case letters, digits, \'-\' and \'.\', such as *.example.com';
}

/** A DNS subdomain that may have underscores: `_sip._tcp.example.com`. */
export function dns1123SubdomainWithUnderscore(value: string): string | undefined {
  if (value.length > MAX_SUBDOMAIN) {
    return tooLong(MAX_SUBDOMAIN);
  }
  return DNS_1123_SUBDOMAIN_UNDERSCORE.test(value) ? undefined
    : 'must contain only lower-case letters, digits, \'_\', \'-\' and \'.\', and each part between dots must start (after one optional \'_\') and end with a letter or digit';
}

/** A DNS label that starts with a letter, like names of Services. */
export function dns1035Label(value: string): string | undefined {
  if (value.length > MAX_LABEL) {
    return tooLong(MAX_LABEL);
  }
  return DNS_1035_LABEL.test(value) ? undefined
    : 'must contain only lower-case letters, digits and \'-\', start with a letter, and end with a letter or digit';
}

/** Good keys that were asked of, since the same few are again and again. */
const GOOD_KEYS = new Set<string>();
const MOST_GOOD_KEYS = 1000;

/** A label key: a name, optionally after a DNS subdomain and a slash: `app.kubernetes.io/name`. */
export function qualifiedName(value: string): string | undefined {
  if (GOOD_KEYS.has(value)) {
    return undefined;
  }
  const problem = qualifiedNameProblem(value);
  if (problem === undefined) {
    if (GOOD_KEYS.size >= MOST_GOOD_KEYS) {
      GOOD_KEYS.clear();
    }
    GOOD_KEYS.add(value);
  }
  return problem;
}

function qualifiedNameProblem(value: string): string | undefined {
  const slash = value.indexOf('/');
  let name = value;
  if (slash >= 0) {
    if (value.indexOf('/', slash + 1) >= 0) {
      return 'must contain at most one slash';
    }
    if (slash === 0) {
      return 'must have a DNS domain before the slash';
    }
    const problem = dns1123Subdomain(value.slice(0, slash));
    if (problem !== undefined) {
      return `has a bad prefix: the part before the slash ${problem}`;
    }
    name = value.slice(slash + 1);
  }
  if (name === '') {
    return slash >= 0 ? 'must have a name after the slash' : 'must not be empty';
  }
  if (name.length > MAX_LABEL) {
    return slash >= 0 ? `has a bad name: the part after the slash ${tooLong(MAX_LABEL)}` : tooLong(MAX_LABEL);
  }
  return LABEL_TEXT.test(name) ? undefined
    : `${slash >= 0 ? 'has a bad name: the part after the slash ' : ''}must contain only letters, digits, '-', '_' and '.', and must start and end with a letter or digit`;
}

/** A label value, which may be empty. */
export function labelValue(value: string): string | undefined {
  if (value.length > MAX_LABEL) {
    return tooLong(MAX_LABEL);
  }
  return value === '' || LABEL_TEXT.test(value) ? undefined
    : 'must contain only letters, digits, \'-\', \'_\' and \'.\', and must start and end with a letter or digit';
}

/** The name of an environment variable: printable ASCII without '='. */
export function relaxedEnvVarName(value: string): string | undefined {
  if (value === '') {
    return 'must not be empty';
  }
  return RELAXED_ENV_VAR_NAME.test(value) ? undefined : 'must contain only printable ASCII characters other than \'=\'';
}

/** A key of a ConfigMap or Secret. */
export function configMapKey(value: string): string | undefined {
  if (value.length > MAX_SUBDOMAIN) {
    return tooLong(MAX_SUBDOMAIN);
  }
  return CONFIG_MAP_KEY.test(value) ? parentFolder(value) : 'must contain only letters, digits, \'-\', \'_\' and \'.\'';
}

/** The name of an HTTP header. */
export function httpHeaderName(value: string): string | undefined {
  return HTTP_HEADER_NAME.test(value) ? undefined : 'must contain only letters, digits and \'-\'';
}

/** A port name as IANA registers them (RFC 6335), in lower case. */
export function portName(value: string): string | undefined {
  if (value.length > 15) {
    return tooLong(15);
  }
  if (!PORT_NAME.test(value)) {
    return 'must contain only lower-case letters, digits and \'-\'';
  }
  if (!LETTER.test(value)) {
    return 'must contain at least one letter';
  }
  if (value.includes('--')) {
    return 'must not contain \'--\'';
  }
  return value.startsWith('-') || value.endsWith('-') ? 'must not start or end with \'-\'' : undefined;
}

/** A DNS subdomain and a path: `example.com/ready`. Accepts the empty string, so callers check for that first. */
export function domainPrefixedPath(value: string): string | undefined {
  const slash = value.indexOf('/');
  if (slash <= 0 || slash === value.length - 1) {
    return 'must be a DNS domain, a slash and a path, such as example.com/ready';
  }
  const problem = dns1123Subdomain(value.slice(0, slash));
  if (problem !== undefined) {
    return `has a bad domain: the part before the slash ${problem}`;
  }
  return HTTP_PATH.test(value.slice(slash + 1)) ? undefined : 'has a path with a character that is not allowed in a URL path';
}

/** A label key with its DNS subdomain. */
export function domainPrefixedKey(value: string): string | undefined {
  return qualifiedName(value) ?? (value.includes('/') ? undefined : 'must be a DNS domain, a slash and a name, such as example.com/name');
}

/** A name that can be a segment of a URL path. */
export function pathSegmentName(value: string): string | undefined {
  if (value === '.' || value === '..') {
    return `must not be '${value}'`;
  }
  return value.includes('/') || value.includes('%') ? 'must not contain \'/\' or \'%\'' : undefined;
}

/** A decimal integer without '+' or leading zeros. */
export function decimalInteger(value: string): string | undefined {
  return /^(?:0|-?[1-9][0-9]*)$/.test(value) ? undefined : 'must be a decimal integer without leading zeros';
}

/** Prepares a name prefix for a name rule: the dash at its end and the byte before it become a letter. */
export function asPrefix(value: string): string {
  // A non-ASCII character would lose one byte only, and no rule accepts the rest.
  return value.length > 1 && value.endsWith('-') && value.charCodeAt(value.length - 2) < 128 ? `${value.slice(0, -2)}a` : value;
}

function tooLong(max: number): string {
  return `must have at most ${max} characters`;
}

/** A file of that name would be outside its directory. */
function parentFolder(value: string): string | undefined {
  return value === '.' || value.startsWith('..') ? 'must not be \'.\' or start with \'..\'' : undefined;
}
