import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { isPadded } from '../../formats/space';
import { Path } from '../../path';
import { show } from '../../report';

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** `imagePullPolicy`, which has a default. */
export function validatePullPolicy(policy: string | undefined, path: Path, ctx: Context): void {
  if (policy !== 'IfNotPresent' && !PULL_POLICIES.includes(policy ?? '')) {
    ctx.report.notSupported(path.child('imagePullPolicy'), 'image/pull-policy', policy, PULL_POLICIES);
  }
}

/**
 * Images with leading or trailing white space are refused in pods and ephemeral containers only; templates may have them, because some
 * tools replace the image later.
 */
export function validateContainersOnlyForPod(containers: Decoded<k8s.Container[]> | undefined, path: Path, ctx: Context): void {
  if (containers === undefined) {
    return;
  }
  for (let i = 0; i < containers.length; i++) {
    validateImageSpace(containers[i].image, path.index(i), ctx);
  }
}

/** The same for one container. */
export function validateImageSpace(image: string | undefined, path: Path, ctx: Context): void {
  if (image !== undefined && isPadded(image)) {
    ctx.report.invalid(path.child('image'), 'image/space', `image ${show(image)} must not start or end with white space`, { hint: `write ${show(image.trim())}` });
  }
}
