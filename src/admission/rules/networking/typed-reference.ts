import { Context } from '../../context';
import { dns1123Subdomain, pathSegmentName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/** A reference to an object of any kind, as far as Ingress and IngressClass have it in common. */
export interface TypedReference {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
}

/** Group, kind and name of an object of any kind. `area` is that of the findings. */
export function validateTypedReference({ apiGroup, kind, name }: TypedReference, path: Path, area: string, ctx: Context): void {
  const badGroup = apiGroup === undefined ? undefined : dns1123Subdomain(apiGroup);
  if (badGroup !== undefined) {
    ctx.report.invalid(path.child('apiGroup'), `${area}/reference-group`, `${show(apiGroup)} ${badGroup}`,
      apiGroup === '' ? { hint: 'remove apiGroup for an object of the core group' } : undefined);
  }
  validateSegment(kind, path.child('kind'), `${area}/reference-kind`, 'the kind of the object is required', ctx);
  validateSegment(name, path.child('name'), `${area}/reference-name`, 'the name of the object is required', ctx);
}

/** A name that is required and becomes a segment of a URL path. */
export function validateSegment(value: string | undefined, at: Path, code: string, missing: string, ctx: Context): void {
  const problem = value === undefined ? undefined : pathSegmentName(value);
  if (value === undefined) {
    ctx.report.required(at, code, missing);
  } else if (problem !== undefined) {
    ctx.report.invalid(at, code, `${show(value)} ${problem}`);
  }
}
