import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** The folder of a Go module in the module cache; downloads it if missing. */
export function moduleFolder(path: string, version: string): string {
  const scratch = mkdtempSync(join(tmpdir(), 'reduce-'));
  try {
    const answer = execFileSync('go', ['mod', 'download', '-json', `${path}@v${version}`], {
      cwd: scratch,
      env: { ...process.env, GOWORK: 'off', GOFLAGS: '-mod=mod' },
      encoding: 'utf8',
    });
    return (JSON.parse(answer) as { Dir: string }).Dir;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
