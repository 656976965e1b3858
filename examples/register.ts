// Lets the examples import 'cdk8s-pods' as your app does; in this repository the name and its sub-paths stand for files in ../src.
import Module from 'module';
import { join } from 'path';
import { compilerOptions } from '../tsconfig.dev.json';

type Resolve = (this: unknown, request: string, ...rest: unknown[]) => string;

const loader = Module as unknown as { _resolveFilename: Resolve };
const own: Record<string, string[]> = compilerOptions.paths;
const resolveFilename = loader._resolveFilename;
loader._resolveFilename = function (request, ...rest) {
  const [file] = own[request] ?? [];
  return resolveFilename.call(this, file === undefined ? request : join(__dirname, '..', file), ...rest);
};
