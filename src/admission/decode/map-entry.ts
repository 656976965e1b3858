import type { DecodeReport } from './decode-report';
import type { NormalObject } from './normal';
import { wellFormed } from './well-formed';
import { show } from '../report';

/** Sets what Go makes of a key of a map: each lone surrogate becomes U+FFFD, which may make one key of two. */
export function setEntry(map: NormalObject, key: string, value: unknown, problems: DecodeReport): void {
  const good = wellFormed(key);
  if (good !== key) {
    delete map[key];
    if (Object.hasOwn(map, good)) {
      problems.add({ code: 'decode/duplicate-key', message: `duplicate key ${show(good)}` }, good);
    }
  }
  Object.defineProperty(map, good, { value, writable: true, enumerable: true, configurable: true });
}
