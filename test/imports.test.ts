// The rules of who imports what, on small trees that break them.
import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { ROOT } from './run/package';

/** Files of a tree whose imports break the rules. */
const FILES: { readonly [file: string]: string } = {
  'src/k8s/a.ts': 'export const a = 1;',
  'src/admission/review.ts': "import { a } from '../k8s/a'; import { readFileSync } from 'fs'; export const b = [a, readFileSync];",
  'src/admission/formats/f.ts': "import { b } from '../review'; export const f = b;",
  'src/admission/one.ts': "import type { Two } from './two'; export interface One { two: Two }",
  'src/admission/two.ts': "import type { One } from './one'; export interface Two { one: One }",
  'src/constructs/objects/pod.ts': "import { b } from '../../admission/review'; export const pod = b;",
  'src/constructs/bridge/attach.ts': "import { b } from '../../admission/review'; import { pod } from '../objects/pod'; export const c = [b, pod];",
  'src/constructs/plain/p.ts': "import { gone } from './gone'; export const p = gone;",
  'src/check/check.ts': "import { plugin } from '../plugin/plugin'; export const check = plugin;",
  'src/plugin/plugin.ts': 'export const plugin = 1;',
  'src/attic/x.ts': "import { a } from '../k8s/a'; export const x = a;",
  'src/synth/app.ts': "import { t } from '../../test/t'; export const app = t;",
  'test/t.ts': 'export const t = 1;',
};

test('every rule finds what breaks it, and nothing else is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    for (const name of ['node_modules', '.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.dev.json', 'package.json']) {
      symlinkSync(join(ROOT, name), join(folder, name));
    }
    const cli = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const { status, stdout } = spawnSync(process.execPath, [cli, 'src', 'test', '--output-type', 'json'], { cwd: folder, encoding: 'utf8' });
    expect(status).not.toBeNull();
    const { summary: { violations } } = JSON.parse(stdout);
    expect(violations.map(({ rule, from, to }: any) => `${rule.name}: ${from} -> ${to}`).sort()).toEqual([
      'browser-core: src/admission/review.ts -> fs',
      'formats: src/admission/formats/f.ts -> src/admission/review.ts',
      'no-circles: src/admission/one.ts -> src/admission/two.ts',
      'no-scripts: src/synth/app.ts -> test/t.ts',
      'own-room: src/attic/x.ts -> src/k8s/a.ts',
      'resolved: src/constructs/plain/p.ts -> ./gone',
      'room-check: src/check/check.ts -> src/plugin/plugin.ts',
      'room-constructs: src/constructs/objects/pod.ts -> src/admission/review.ts',
      'within-constructs-bridge: src/constructs/bridge/attach.ts -> src/constructs/objects/pod.ts',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
