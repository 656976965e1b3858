import { Decoder } from './decoder';
import { identify } from './identify';
import type { Emptied, NormalObject } from './normal';
import { planOf } from './plan';
import { Finding } from '../finding';
import { Report } from '../report';
import { Minor } from '../version';

export interface Decoding {
  /** There when nothing is wrong with the manifest, and its kind is one that we know. */
  readonly object?: NormalObject;
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly emptied?: Emptied;
  /** Of type BadRequest, all of them: one is enough for the server. */
  readonly findings: readonly Finding[];
}

/** Decodes a manifest as the server does, strictly, into a normalized copy; never throws. An object of another kind gives only its kind. */
export function decode(manifest: unknown, minor: Minor): Decoding {
  const report = new Report();
  const { kind, apiVersion, type } = identify(manifest, minor, report);
  if (type === undefined) {
    return { kind, apiVersion, findings: report.findings };
  }
  return { kind, apiVersion, ...decodeAs(manifest, type, minor, report), findings: report.findings };
}

/** Decodes an object as a type. */
export function decodeAs(manifest: unknown, type: string, minor: Minor, report: Report): Pick<Decoding, 'object' | 'emptied'> {
  const decoder = new Decoder(planOf(type, minor), minor, report);
  const object = decoder.run(manifest);
  return report.findings.length > 0 ? {} : { object, emptied: decoder.emptied };
}
