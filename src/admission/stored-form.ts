import type { Review } from './answer';
import type { Context, Update } from './context';
import { readRequest } from './decide';
import { decodeAs } from './decode/decode';
import { identify } from './decode/identify';
import { readOptions, ReviewOptions } from './options';
import { Report } from './report';
import { storedJson } from './stages/stored';
import { replacedObject } from './update/decide-update';

/** An object as the server stores it. */
export interface StoredForm extends Pick<Review, 'reviewed' | 'defaulted'> {
  /** The same in the server's own form, for an update that replaces the whole object. Absent where it depends on what plugins add. */
  readonly replaced?: Omit<Update, 'subresource'>;
}

/**
 * An object as the server stores it, without the decision on it: `reviewed` and `defaulted` as in `review`, at less than half of its cost. Never
 * throws, and never changes its input.
 */
export function storedForm(manifest: unknown, options?: Pick<ReviewOptions, 'kubernetesVersion'>): StoredForm {
  const report = new Report();
  const minor = readOptions(options, report)?.minor;
  if (minor === undefined) {
    return { reviewed: true };
  }
  try {
    const { kind, type, as } = identify(manifest, minor, report);
    if (as === 'other') {
      return { reviewed: false };
    }
    const decoding = kind === undefined || type === undefined || as === 'refused' || as === 'list' ? undefined : decodeAs(manifest, type, minor, report);
    const { object, emptied } = decoding ?? {};
    if (object === undefined) {
      return { reviewed: true };
    }
    const context: Context = { report, minor, kind: kind!, type: type! };
    const request = readRequest(object, context);
    return request === undefined ? { reviewed: true }
      : { reviewed: true, defaulted: storedJson({ object, emptied }, context), replaced: replacedObject(request.object, context) };
  } catch {
    return { reviewed: true };
  }
}
