import { IConstruct } from 'constructs';
import { COPIES, mark } from './marks';

/** One copy of this package. */
interface Copy {
  readonly version: string;
  readonly folder: string;
}

/** Stands for this copy, in whatever file it was bundled into. */
const THIS_COPY = Object.freeze({});

/**
 * Says on stderr, once for an app, that its objects are made by different versions of this package: they work together, but each reviews
 * its own objects by its own rules.
 */
export function noteCopy(app: IConstruct): void {
  const known: Map<object, Copy> | undefined = (app as any)[COPIES];
  if (known?.has(THIS_COPY)) {
    return;
  }
  const copies = known ?? new Map<object, Copy>();
  const mine: Copy = { version: ownVersion(), folder: typeof __dirname === 'string' ? __dirname.replace(/[\\/][^\\/]+[\\/]constructs[\\/]bridge$/, '') : 'this bundle' };
  const other = [...copies.values()].find(({ version }) => version !== mine.version);
  copies.set(THIS_COPY, mine);
  mark(app, COPIES, copies);
  if (other !== undefined) {
    process.stderr.write(`warning: [${app.node.path || 'app'}] two versions of cdk8s-pods make objects of one app: ${other.version} in ${other.folder}, `
      + `and ${mine.version} in ${mine.folder}; each reviews its own objects. Install one version for both\n`);
  }
}

function ownVersion(): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the compiled file stands elsewhere than the source, and a bundler has to see it
  return (require('../../../package.json') as { version: string }).version;
}
