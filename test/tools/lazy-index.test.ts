import { execFileSync } from 'child_process';
import { join } from 'path';
import * as lib from '../../src';
import { lazyIndex } from '../../tools/lazy-index';
import { compiledPackage } from '../run/package';

/** What a program prints that runs beside the compiled package. */
function run(code: string, ...options: string[]): any {
  return JSON.parse(execFileSync(process.execPath, [...options, '-e', code], { cwd: compiledPackage(), encoding: 'utf8' }));
}

const LOADED = 'Object.keys(require.cache).map((file) => file.split(/[\\\\/]lib[\\\\/]/)[1]).filter((file) => file !== undefined)';

describe('the index of the compiled package', () => {
  test('exports what the sources export, and loads nothing before it is used', () => {
    const { names, loaded } = run(`const names = Object.keys(require('./lib')); console.log(JSON.stringify({ names, loaded: ${LOADED} }));`);
    expect([...names].sort()).toEqual(Object.keys(lib).sort());
    expect(loaded.filter((file: string) => file.endsWith('.js') && !file.includes('node_modules'))).toEqual(['index.js']);
  });

  test('gives the same class each time, by require and by import', () => {
    const index = JSON.stringify(`file://${join(compiledPackage(), 'lib/index.js')}`);
    expect(run(`const { Pod, Ingress } = require('./lib'); import(${index}).then((all) => console.log(JSON.stringify(
      [Pod === require('./lib').Pod, all.Pod === Pod, all.Ingress === Ingress, typeof all.k8s, Pod.name])));`)).toEqual([true, true, true, 'object', 'Pod']);
  });

  test('a Pod is made and reviewed without the other kinds', () => {
    const loaded: string[] = run(`const { App, Chart, Testing } = require('cdk8s'); const { Pod } = require('./lib'); const chart = new Chart(new App(), 'c');
      new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }] }); Testing.synth(chart); console.log(JSON.stringify(${LOADED}));`);
    expect(loaded).toContain(join('constructs', 'objects', 'pod.js'));
    expect(loaded.filter((file) => /types-of-others|constructs.generated/.test(file))).toEqual([]);
  });
});

test('a line that is not understood is an error', () => {
  expect(() => lazyIndex("import './x';\n", () => [])).toThrow("does not understand this line of src/index.ts: import './x';");
});
