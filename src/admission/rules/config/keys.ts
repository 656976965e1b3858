import type { Context } from '../../context';
import { configMapKey } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/** Most bytes that the values of a ConfigMap or Secret may have together. */
export const MOST_BYTES = 1024 * 1024;

/** The keys of a ConfigMap or Secret: each becomes a file name or a variable. */
export function validateKeys(data: object | undefined, path: Path, code: string, ctx: Context): void {
  for (const key of Object.keys(data ?? {})) {
    const problem = configMapKey(key);
    if (problem !== undefined) {
      ctx.report.invalid(path.key(key), code, `key ${show(key)} ${problem}`);
    }
  }
}
