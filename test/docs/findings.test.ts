// Every finding has its cause and its fix: here, in `explain CODE` and in SARIF, which show these pages.
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const FOLDER = join(__dirname, '..', '..', 'docs', 'findings');

test.each(readdirSync(FOLDER))('%s', (file) => {
  const [, ...entries] = readFileSync(join(FOLDER, file), 'utf8').split(/^### /m);
  expect(entries.length).toBeGreaterThan(0);
  const incomplete = entries.flatMap((entry) => entry.split(/^The same code, with another type:$/m))
    .filter((entry) => !/^> \S/m.test(entry) || !/^\*\*Fix:\*\* \S+ \S/m.test(entry));
  expect(incomplete).toEqual([]);
});
