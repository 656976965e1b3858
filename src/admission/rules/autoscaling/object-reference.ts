import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';
import { validateSegment } from '../networking/typed-reference';

/** Kind and name of an object, in any version of its API. */
export function validateObjectReference({ kind, name }: Decoded<k8s.CrossVersionObjectReference>, path: Path, ctx: Context): void {
  validateSegment(kind, path.child('kind'), 'autoscaler/reference-kind', 'the kind of the object is required', ctx);
  validateSegment(name, path.child('name'), 'autoscaler/reference-name', 'the name of the object is required', ctx);
}

/** The problem with the API version of a reference. */
export function apiVersionProblem(apiVersion: string | undefined, needsGroup: boolean, ctx: Context): string | undefined {
  if (!on(ctx, 'AutoscalerReferencesNeedVersions')) {
    return undefined;
  }
  const parts = (apiVersion ?? '').split('/', 3);
  if (parts.length > 2 && apiVersion !== '/') {
    return `must be a group, a slash and a version, such as apps/v1, got ${show(apiVersion)}`;
  }
  return needsGroup && (parts.length === 1 || parts[0] === '') ? `must have a group and a version, such as apps/v1, got ${show(apiVersion ?? '')}` : undefined;
}
