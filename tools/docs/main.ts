/** `npm run docs`: writes the generated parts of docs/. With --check it writes nothing, and fails if something is out of date. */
import '../../examples/register';
import { madeDocs, staleDocs, writeDocs } from './made';
import { runScript } from '../script';

function main(args: readonly string[]): void {
  const odd = args.filter((arg) => arg !== '--check');
  if (odd.length > 0) {
    throw new Error(`npm run docs takes only --check, not ${odd.join(' ')}`);
  }
  const made = madeDocs();
  const stale = staleDocs(made);
  if (args.includes('--check')) {
    stale.forEach((file) => console.error(`${file} is out of date: run 'npm run docs'`));
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  writeDocs(made, stale);
  stale.forEach((file) => console.log(file));
  console.log(`${made.size} files, ${stale.length} written`);
}

runScript(main);
