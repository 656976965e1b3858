const OPEN = 123; // {

/** Whether a text has the marks of a template. */
export function hasMarks(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(OPEN); i >= 0; i = bytes.indexOf(OPEN, i + 1)) {
    if (bytes[i + 1] === OPEN) {
      return true;
    }
  }
  return false;
}

/** Whether a text that is no YAML is a template: a line, the value of a key or of an item begins with `{{` outside of quotes. */
export function isTemplate(text: string): boolean {
  return text.split('\n').some((line) => {
    const begin = line.trimStart().replace(/^(?:- +)*/, '');
    return begin.startsWith('{{') || /^[\w./-]+: *\{\{/.test(begin);
  });
}

/** Whether a text that is no JSON is one with comments, as editors and compilers use it; one of Kubernetes would be refused and is none. */
export function isJsonWithComments(text: string): boolean {
  const bare = withoutComments(text);
  if (bare === undefined) {
    return false;
  }
  try {
    const value: unknown = JSON.parse(bare);
    return typeof value === 'object' && value !== null && !(Object.hasOwn(value, 'apiVersion') && Object.hasOwn(value, 'kind'));
  } catch {
    return false;
  }
}

/** A JSON text without its comments and commas before a closing bracket; undefined when it has no comment. */
function withoutComments(text: string): string | undefined {
  const parts: string[] = [];
  let comments = 0;
  // A string, a comment, or a comma that may be one too many.
  const tokens = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\/|,/g;
  let last = 0;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token] = match;
    if (token.startsWith('/')) {
      parts.push(text.slice(last, match.index), ' ');
      last = tokens.lastIndex;
      comments++;
    }
  }
  parts.push(text.slice(last));
  return comments === 0 ? undefined : withoutLastCommas(parts.join(''));
}

function withoutLastCommas(text: string): string {
  let result = '';
  let last = 0;
  const tokens = /"(?:[^"\\\n]|\\.)*"|,/g;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    if (match[0] === ',' && /^\s*[\]}]/.test(text.slice(tokens.lastIndex, tokens.lastIndex + 200))) {
      result += text.slice(last, match.index);
      last = tokens.lastIndex;
    }
  }
  return result + text.slice(last);
}
