// After all tests: each has removed what it wrote.
import { readdirSync, rmSync } from 'fs';
import { join } from 'path';

/** Folders that other programs leave behind: Testing.app() and Yaml.tmp() of cdk8s, and caches of what runs under Node. */
const OTHERS = /^(cdk8s\.outdir\.|cdk8s-[A-Za-z0-9]{6}$|node-compile-cache$|node-jiti$|jest_|ts-node-|v8-compile-cache|dotnet|\.)/;

// eslint-disable-next-line import/no-default-export -- what jest asks for
export default function teardown(): void {
  const folder = process.env.CDK8S_PODS_TEST_FOLDER!;
  const left = readdirSync(join(folder, 'tmp')).filter((name) => !OTHERS.test(name));
  rmSync(folder, { recursive: true, force: true });
  if (left.length > 0) {
    throw new Error(`tests left these behind in the folder for temporary files: ${left.join(', ')}`);
  }
}
