// The output of a run: a file for each kind of disagreement, and a table of the errors that were reached.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { minimize } from './minimize';
import { Answer, Oracle } from './oracle-process';
import { compare, Group, reviewOf, Tally } from './run';
import { Asked } from './source';
import { KubernetesVersion } from '../src/admission/version';

const LISTED = 40;
const WRITTEN = 300;

export async function writeResults(
  tally: Tally, folder: string, version: KubernetesVersion, oracle: Oracle, say: (line: string) => void,
): Promise<void> {
  const out = join(folder, version);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const table = Object.entries(tally.reached).sort(([a], [b]) => a < b ? -1 : 1).map(([error, count]) => `${count}\t${error}\n`);
  writeFileSync(join(out, 'reached.tsv'), `count\ttype\tfield\n${table.join('')}`);
  say(`${table.length} pairs of error type and field reached (${join(out, 'reached.tsv')})`);
  const missed = codesInSource().filter((code) => tally.codes[code] === undefined);
  writeFileSync(join(out, 'codes-not-reached.txt'), missed.map((code) => `${code}\n`).join(''));
  say(`${missed.length} codes of our own findings not reached${missed.length > 0 ? `: ${missed.slice(0, 12).join(', ')}${missed.length > 12 ? ', …' : ''}` : ''}`);
  const groups = Object.values(tally.groups).sort((a, b) => b.count - a.count || (a.signature < b.signature ? -1 : 1));
  for (const [i, group] of groups.slice(0, WRITTEN).entries()) {
    const asked = await smallest(group, version, oracle);
    const [answer] = await oracle.ask([asked]);
    const name = `${String(i + 1).padStart(3, '0')}-${group.signature.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80)}.json`;
    writeFileSync(join(out, name), `${JSON.stringify({ signature: group.signature, count: group.count, id: group.samples[0].asked.id, ...bothSides(asked, answer, version) }, null, 1)}\n`);
    if (i < LISTED) {
      say(`${String(group.count).padStart(8)}  ${group.signature}\n${' '.repeat(10)}${group.samples[0].asked.id}: ${shortened(JSON.stringify(asked.old === undefined ? asked.manifest : { ...asked, id: undefined }))}`);
    }
  }
  if (groups.length > LISTED) {
    say(`… and ${groups.length - LISTED} more ways to disagree, in ${out}`);
  }
}

/** The smallest of the minimized samples, which need not have the same cause. */
async function smallest(group: Group, version: KubernetesVersion, oracle: Oracle): Promise<Asked> {
  return minimize(group.samples[0].asked, group.signature, version, oracle);
}

const shortened = (text: string): string => text.length > 900 ? `${text.slice(0, 900)}…` : text;

/** Everything there is to know of one manifest. */
export function bothSides(asked: Asked, answer: Answer, version: KubernetesVersion): object {
  return {
    version,
    differences: compare(answer, asked, version).map((difference) => difference.text),
    ...asked.old !== undefined && { old: asked.old, subresource: asked.subresource },
    manifest: asked.manifest,
    server: answer,
    ours: reviewOf(asked, version),
  };
}

const ADDS = /\.(?:required|invalid|forbidden|duplicate|notSupported|notFound|tooLong|tooMany|internal|refused|badRequest|warning)\([^']*?'([a-z0-9-]+\/[a-z0-9-]+)'/g;
const ANY = /'([a-z0-9-]+)\/([a-z0-9-]+)'/g;

/** The codes of findings that the source can give: they are literals there. */
function codesInSource(): string[] {
  const sources = sourcesIn(join(__dirname, '..', 'src', 'admission')).map((file) => readFileSync(file, 'utf8'));
  const codes = new Set(sources.flatMap((text) => [...text.matchAll(ADDS)].map((match) => match[1])));
  const families = new Set([...codes].map((code) => code.split('/')[0]));
  for (const [code, family, rule] of sources.flatMap((text) => [...text.matchAll(ANY)])) {
    if (families.has(family) && !/^v\d/.test(rule)) {
      codes.add(code.slice(1, -1));
    }
  }
  return [...codes].sort();
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isDirectory() ? sourcesIn(join(folder, entry.name)) : entry.name.endsWith('.ts') ? [join(folder, entry.name)] : []);
}
