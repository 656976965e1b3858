import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Label } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/**
 * `resources.claims`: names of the pod's resource claims. A claim is listed either once as a whole or once per request. The server reports
 * at the item instead of its fields.
 */
export function validateResourceClaimNames(claims: Decoded<k8s.ResourceClaim[]>, podClaims: ReadonlySet<string>, path: Path, ctx: Context): void {
  const keys = new Set<string>();
  const partly = new Set<string>();
  for (let i = 0; i < claims.length; i++) {
    const name = claims[i].name ?? '';
    const request = claims[i].request ?? '';
    const at = path.index(i);
    if (name === '') {
      ctx.report.required(at.child('name'), 'resources/claim-name', 'a claim name is required', { field: at });
      continue;
    }
    if (keys.has(name)) {
      ctx.report.duplicate(at, 'resources/claim-twice', `duplicate claim ${show(name)}: an earlier item already takes all its requests`);
    } else {
      validateClaimKey(name, request, keys, partly, at, ctx);
    }
    if (!podClaims.has(name)) {
      ctx.report.notFound(at.child('name'), 'resources/claim-not-found', `the pod has no resource claim named ${show(name)}`,
        { field: at, hint: podClaims.size === 0 || podClaims.size > 10 ? 'add it to resourceClaims of the pod' : `use one of ${[...podClaims].join(', ')}` });
    }
  }
}

function validateClaimKey(name: string, request: string, keys: Set<string>, partly: Set<string>, at: Path, ctx: Context): void {
  const key = request === '' ? name : `${name}/${request}`;
  const problem = request === '' ? undefined : dns1123Label(request);
  if (problem !== undefined) {
    ctx.report.invalid(at.child('request'), 'resources/claim-request', `request name ${show(request)} ${problem}`);
  }
  if (keys.has(key)) {
    ctx.report.duplicate(at, 'resources/claim-twice', `duplicate request ${show(request)} of claim ${show(name)}`);
  } else if (request === '' && partly.has(name)) {
    ctx.report.duplicate(at, 'resources/claim-twice', `claim ${show(name)} is duplicate: an earlier item takes one of its requests`);
  }
  keys.add(key);
  const slash = key.indexOf('/');
  if (slash >= 0) {
    partly.add(key.slice(0, slash));
  }
}
