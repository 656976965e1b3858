// What our YAML writer wrote, read by other readers; and what our reader reads, against Kubernetes' own. Exit code 1 on a difference.
import { parseArgs } from 'util';
import { goReader, pythonReader, Reader, yamlReader } from './programs';
import { checkReading } from './reading';
import { checkWriting } from './writing';
import { Problem } from '../build';

const USAGE = `npm run conformance:yaml -- [options]
  --write      only the writer: random data with hard strings, read by sigs.k8s.io/yaml, PyYAML (where it is) and yaml (1.1 and 1.2)
  --read       only the reader: random documents, against sigs.k8s.io/yaml, strict and with overrides after merges, values and refusals
  --count N    how many strings are written (default 100000), and how many documents are read (default a fifth of that)
  --seed S     of the generator (default 1)`;

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({ options: { count: text, seed: text, read: flag, write: flag, help: flag } });
  if (values.help) {
    throw new Problem(USAGE);
  }
  const seed = whole('seed', values.seed, 1);
  const go = await goReader(console.log);
  let differences = 0;
  if (values.write || !values.read) {
    differences += writing(whole('count', values.count, 100_000), seed, go);
  }
  if (values.read || !values.write) {
    const documents = values.read ? whole('count', values.count, 20_000) : Math.ceil(whole('count', values.count, 100_000) / 5);
    differences += reading(documents, seed, go, true) + reading(documents, seed, await goReader(console.log, false), false);
  }
  return differences > 0 ? 1 : 0;
}

function writing(count: number, seed: number, go: Reader): number {
  const python = pythonReader();
  if (python === undefined) {
    console.log('no PyYAML here (python3 -m pip install pyyaml): left out');
  }
  const readers = [go, ...python === undefined ? [] : [python], yamlReader('1.1'), yamlReader('1.2')];
  const start = Date.now();
  const found = checkWriting(count, seed, readers, (strings, different) => progress(`${strings} of ${count} strings written, ${different.length} read differently`, start));
  for (const { reader, path, written, read, yaml } of found.slice(0, 10)) {
    console.log(`\n${reader} at ${JSON.stringify(path)}: wrote ${show(written)}, read ${show(read)}${yaml.length < 500 ? `\n${yaml}` : ''}`);
  }
  console.log(`\nwriter: ${count} strings (seed ${seed}) as values and keys, read by ${readers.map((r) => r.name).join(', ')}: ${found.length} documents differ`);
  return found.length;
}

function reading(count: number, seed: number, go: Reader, strict: boolean): number {
  const start = Date.now();
  const { found, refused, stricter } = checkReading(count, seed, go, strict, (documents, different) => progress(`${documents} of ${count} documents read, ${different} differently`, start));
  for (const { yaml, theirs, ours } of found.slice(0, 10)) {
    console.log(`\n${JSON.stringify(yaml)}\n  Kubernetes: ${show(theirs)}\n  ours:       ${show(ours)}`);
  }
  console.log(`\nreader: ${count} documents (seed ${seed}) against sigs.k8s.io/yaml, ${strict ? 'strict' : 'as kubectl has it'}; both refuse ${refused}, only ours by intent ${stricter}: ${found.length} differ`);
  return found.length;
}

function show(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value, (_, v) => typeof v === 'bigint' ? `${v}n` : v) ?? 'undefined').slice(0, 300);
}

let last = 0;
function progress(line: string, start: number): void {
  if (Date.now() - last < (process.stdout.isTTY ? 200 : 10_000)) {
    return;
  }
  last = Date.now();
  process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}${line} (${((Date.now() - start) / 1000).toFixed(0)} s)${process.stdout.isTTY ? '' : '\n'}`);
}

function whole(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) {
    return otherwise;
  }
  if (!/^[0-9]{1,9}$/.test(text)) {
    throw new Problem(`--${name} ${text} is no whole number`);
  }
  return Number(text);
}

main().then((code) => {
  process.exitCode = code;
}, (error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 2;
});
