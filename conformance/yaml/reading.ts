// What our reader makes of a text is what Kubernetes' own parser makes of it: the same value, or both refuse.
import { randomDocument } from './documents';
import { Answer, Reader } from './programs';
import { random } from './strings';
import { compare } from './writing';
import { JsonParser } from '../../src/yaml/read/json';
import { readYaml } from '../../src/yaml/read/read';

export interface Disagreement {
  readonly yaml: string;
  readonly theirs: string;
  readonly ours: string;
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const DOCUMENTS_A_ROUND = 5000;

/**
 * We refuse these on purpose, and Kubernetes' parser does not: directives, which kubectl cuts from their document; a text and a number that
 * become one key in JSON, of which
 * a random one wins there, as with two keys that are no numbers; `[]` or `{}` as a key, at which it loses its place and what follows;
 * nesting beyond our limit; and what a byte order mark
 * within the text upsets there: the columns after it are miscounted.
 */
const STRICTER = /is a directive|Duplicate key .+ in this map, as |A list or map cannot be a key|Duplicate key "\.nan"|nested deeper|second byte order mark/;
const IGNORED = /ignores everything after this/;
/** What kubectl lets pass, and takes the last of; what is in the value of a key that it throws away so, it does not look at. */
const TWICE = /Duplicate key|stands before <<|cannot be a key: put it in quotes/;

/** Asks both about so many documents; strict as the API server is, or with overrides of what is merged, as kubectl. */
export function checkReading(count: number, seed: number, go: Reader, strict: boolean, said: (documents: number, different: number) => void) {
  const next = random(seed);
  const found: Disagreement[] = [];
  let refused = 0;
  let stricter = 0;
  for (let done = 0; done < count && found.length < 100;) {
    const texts: string[] = [];
    while (texts.length < Math.min(DOCUMENTS_A_ROUND, count - done)) {
      const text = randomDocument(next).replace(LONE_SURROGATE, '?'); // no text file has one
      // Cutting documents apart is not the parser's work, and JSON is not read by it.
      if (/^---/m.test(text)) {
        continue;
      }
      texts.push(/^\ufeff?\s*\{/.test(text) ? `# YAML\n${text}` : text);
    }
    // kubectl's reader of files ends every line with a line feed before the parser gets the text.
    const answers = go.ask(texts.map((text) => text.endsWith('\n') ? text : `${text}\n`));
    texts.forEach((yaml, i) => {
      const verdict = judge(yaml, answers[i], strict);
      if (verdict === 'refused') {
        refused++;
      } else if (verdict === 'stricter') {
        stricter++;
      } else if (verdict !== undefined) {
        found.push({ yaml, ...verdict });
      }
    });
    done += texts.length;
    said(done, found.length);
  }
  return { found, refused, stricter };
}

function judge(yaml: string, answer: Answer, strict: boolean): 'refused' | 'stricter' | Omit<Disagreement, 'yaml'> | undefined {
  const { documents, problems } = readYaml(yaml, { bigIntegers: 'bigint', mergeOverrides: strict ? 'refuse' : 'allow' });
  const problem = problems.find((p) => !IGNORED.test(p.message));
  const ours = problem === undefined ? show(documents[0]?.value ?? null) : `refused: ${problem.line}:${problem.column} ${problem.message}`;
  if (answer.error !== undefined) {
    return problem !== undefined ? 'refused' : { theirs: `refused: ${answer.error}`, ours };
  }
  if (problem !== undefined) {
    return problems.some((p) => STRICTER.test(p.message) || (!strict && TWICE.test(p.message))) || yaml.includes('\ufeff', 1) || isIgnored(yaml) ? 'stricter' : { theirs: answer.text!, ours };
  }
  const theirs = (new JsonParser(answer.text!, 0, true).value() as { json: unknown }).json;
  return compare(theirs, documents[0]?.value ?? null, '') === undefined ? undefined : { theirs: answer.text!, ours };
}

/** Whether a character that is forbidden stands where Kubernetes' parser has stopped reading. */
function isIgnored(yaml: string): boolean {
  const without = yaml.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g, '');
  return without !== yaml && readYaml(without).problems.every(({ message }) => IGNORED.test(message) || STRICTER.test(message));
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, v) => typeof v === 'bigint' ? `${v}n` : v);
}
