// Lets the examples import 'cdk8s-pods' as your app does; in this repository the name stands for ../src.
import Module from 'module';
import { join } from 'path';

type Resolve = (this: unknown, request: string, ...rest: unknown[]) => string;

const loader = Module as unknown as { _resolveFilename: Resolve };
const resolveFilename = loader._resolveFilename;
loader._resolveFilename = function (request, ...rest) {
  return resolveFilename.call(this, request === 'cdk8s-pods' ? join(__dirname, '..', 'src', 'index') : request, ...rest);
};
