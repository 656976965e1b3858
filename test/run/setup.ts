// Before all tests: one folder for everything that they write, so that a run leaves nothing behind.
import { mkdirSync, mkdtempSync, realpathSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

// eslint-disable-next-line import/no-default-export -- what jest asks for
export default function setup(): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-pods-test-')));
  process.env.CDK8S_PODS_TEST_FOLDER = folder;
  process.env.CDK8S_PODS_TEST_SHARED = join(folder, 'shared');
  mkdirSync(process.env.CDK8S_PODS_TEST_SHARED);
  process.env.TMPDIR = join(folder, 'tmp');
  mkdirSync(process.env.TMPDIR);
}
