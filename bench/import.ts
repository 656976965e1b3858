/**
 * What it costs to import the package, compared with cdk8s alone: a fresh process for each import, interleaved. Prints medians and ratios.
 * The package is compiled first into a folder of its own, as its users have it.
 */
import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import * as ts from 'typescript';
import { median, option } from './measure';
import { writeLazyIndex } from '../tools/lazy-index';

const HELP = `usage: npm run bench -- import [--rounds N]

  --rounds N  measured rounds (default 15)`;

const ROOT = join(__dirname, '..');
const OPTIONS = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };

function compile(into: string): void {
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    const { outputText } = ts.transpileModule(readFileSync(join(ROOT, 'src', file), 'utf8'), { compilerOptions: OPTIONS });
    const target = join(into, 'lib', file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, outputText);
  }
  symlinkSync(join(ROOT, 'node_modules'), join(into, 'node_modules'), 'dir');
  writeFileSync(join(into, 'package.json'), '{}');
  writeLazyIndex(join(into, 'lib'));
}

/** The least that an app does: cdk8s alone, and with one Deployment of this library. */
const USE: { readonly [module: string]: string } = {
  './lib#use': `const { App, Chart } = require('cdk8s'); const { Deployment } = require('./lib'); const chart = new Chart(new App(), 'c');
    new Deployment(chart, 'web', { template: { containers: [{ name: 'app', image: 'app:1' }] } });`,
};

/** Milliseconds and megabytes of one import in a process of its own. */
function cost(folder: string, name: string): [number, number] {
  const script = `const start = process.hrtime.bigint(); ${USE[name] ?? `require(${JSON.stringify(name)});`}
    console.log(JSON.stringify([Number(process.hrtime.bigint() - start) / 1e6, process.memoryUsage().rss / 2 ** 20]));`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' }));
}

function main(): void {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return;
  }
  const rounds = option('--rounds', 15, HELP);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    compile(folder);
    const modules: [string, string][] = [['cdk8s', 'cdk8s'], ['cdk8s-pods', './lib'], ['… and one Deployment', './lib#use'], ['cdk8s-pods/admission', './lib/admission'], ['cdk8s-plus-33', 'cdk8s-plus-33']];
    const costs = modules.map((): [number, number][] => []);
    for (let round = 0; round <= rounds; round++) {
      modules.forEach(([, name], i) => costs[i].push(cost(folder, name)));
    }
    const of = (i: number, part: 0 | 1): number => median(costs[i].slice(1).map((each) => each[part]));
    console.log(`imports, median of ${rounds} interleaved rounds`);
    modules.forEach(([name], i) => {
      const [time, memory] = [of(i, 0), of(i, 1)];
      console.log(`  ${name.padEnd(22)} ${time.toFixed(0).padStart(4)} ms   ${(time / of(0, 0)).toFixed(2)} × cdk8s   `
        + `${memory.toFixed(0).padStart(4)} MB   ${(memory / of(0, 1)).toFixed(2)} × cdk8s`);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
