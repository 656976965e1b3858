import { validateHandler } from './handlers';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { PodContext } from '../pod/pod-context';

/**
 * The three probes of a container. Only readiness allows a successThreshold above 1, and only readiness may not have a grace period,
 * because it never stops the container.
 */
export function validateProbes(container: Decoded<k8s.Container>, path: Path, pod: PodContext): void {
  if (container.livenessProbe !== undefined) {
    const at = path.child('livenessProbe');
    validateProbe(container.livenessProbe, at, pod);
    validateSingleSuccess(container.livenessProbe, at, pod);
  }
  if (container.readinessProbe !== undefined) {
    validateProbe(container.readinessProbe, path.child('readinessProbe'), pod);
    if (container.readinessProbe.terminationGracePeriodSeconds !== undefined) {
      pod.report.invalid(path.child('readinessProbe').child('terminationGracePeriodSeconds'), 'probe/readiness-grace-period',
        'terminationGracePeriodSeconds is not allowed in a readiness probe: it never stops a container', { hint: 'remove terminationGracePeriodSeconds' });
    }
  }
  if (container.startupProbe !== undefined) {
    const at = path.child('startupProbe');
    validateProbe(container.startupProbe, at, pod);
    validateSingleSuccess(container.startupProbe, at, pod);
  }
}

function validateProbe(probe: Decoded<k8s.Probe>, path: Path, pod: PodContext): void {
  validateHandler(probe, path, pod);
  refuseNegative(probe.initialDelaySeconds, 'initialDelaySeconds', path, pod);
  refuseNegative(probe.timeoutSeconds, 'timeoutSeconds', path, pod);
  refuseNegative(probe.periodSeconds, 'periodSeconds', path, pod);
  refuseNegative(probe.successThreshold, 'successThreshold', path, pod);
  refuseNegative(probe.failureThreshold, 'failureThreshold', path, pod);
  if (probe.terminationGracePeriodSeconds !== undefined && probe.terminationGracePeriodSeconds <= 0) {
    pod.report.invalid(path.child('terminationGracePeriodSeconds'), 'probe/grace-period',
      `must be 1 or more, got ${probe.terminationGracePeriodSeconds}`);
  }
}

function refuseNegative(value: number | undefined, field: string, path: Path, pod: PodContext): void {
  if (value !== undefined && value < 0) {
    pod.report.invalid(path.child(field), 'probe/negative', `must be 0 or more, got ${value}`);
  }
}

function validateSingleSuccess(probe: Decoded<k8s.Probe>, path: Path, pod: PodContext): void {
  if (probe.successThreshold !== 1) {
    pod.report.invalid(path.child('successThreshold'), 'probe/success-threshold',
      `successThreshold must be 1 except in a readiness probe, got ${probe.successThreshold ?? 0}`, { hint: 'remove successThreshold' });
  }
}
