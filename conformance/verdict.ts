// What both sides are compared by: the server's answer, reduced to what our review must say too.
import { createHash } from 'crypto';
import { Answer } from './oracle-process';

/** A field error, or what stands for it: the cause type and the path. */
export type ErrorPair = readonly [type: string, field: string];

export interface Verdict {
  readonly accepted: boolean;
  readonly stage?: Answer['stage'];
  /** The set of the field errors, sorted. */
  readonly errors?: readonly ErrorPair[];
  /** Of a decoding error: the fields that its text calls unknown. */
  readonly unknown?: readonly string[];
  readonly warnings?: number;
  /** The fields that warnings name, sorted. */
  readonly warned?: readonly string[];
  readonly qos?: string;
  /** The failing checks of each level of the Pod Security Standards, sorted. */
  readonly pss?: { readonly baseline: readonly string[]; readonly restricted: readonly string[] };
}

/** As little as says it all: what is empty is left out. */
export function verdictOf(answer: Answer): Verdict {
  const warned = (answer.warnings ?? []).map(fieldOfWarning).filter((field) => field !== undefined).sort();
  const unknown = answer.stage === 'decode' ? unknownFields(answer.message ?? '') : [];
  return {
    accepted: answer.accepted,
    // A kind or version that the server has not is to us one that we leave alone.
    ...answer.stage && { stage: answer.message?.startsWith('no kind "') ? 'kind' : answer.stage },
    ...errorsOf(answer) && { errors: pairs(errorsOf(answer)!) },
    ...unknown.length > 0 && { unknown },
    ...answer.accepted && answer.warnings && { warnings: answer.warnings.length },
    ...answer.accepted && warned.length > 0 && { warned },
    ...answer.accepted && answer.qos && { qos: answer.qos },
    ...answer.accepted && answer.pss && {
      pss: { baseline: [...answer.pss.baseline.reasons ?? []].sort(), restricted: [...answer.pss.restricted.reasons ?? []].sort() },
    },
  };
}

/** A refusal of one text, which names no field, is an error inside the server. */
function errorsOf({ accepted, stage, errors }: Answer): Answer['errors'] {
  return errors ?? (!accepted && stage === 'validate' ? [{ type: 'InternalError', field: '' }] : undefined);
}

/** The set of (type, field), sorted. */
export function pairs(errors: readonly { readonly type: string; readonly field: string }[]): ErrorPair[] {
  const keys = new Set(errors.map(({ type, field }) => JSON.stringify([type, field])));
  return [...keys].sort().map((key) => JSON.parse(key) as ErrorPair);
}

/** Where a warning's text names a field, it starts with it. */
export function fieldOfWarning(text: string): string | undefined {
  return /^((?:metadata|spec|template)(?:\.[A-Za-z0-9_/-]+|\[[^\]]*\])+)(?::| is )/.exec(text)?.[1];
}

function unknownFields(message: string): string[] {
  return [...new Set([...message.matchAll(/unknown field "((?:[^"\\]|\\.)*)"/g)].map((match) => JSON.parse(`"${match[1]}"`) as string))].sort();
}

/** JSON with the fields of every object in order, so that equal objects have equal texts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value) ?? 'null';
  }
  const fields = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical((value as { [key: string]: unknown })[key])}`);
  return `{${fields.join(',')}}`;
}

export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, 10);
}
