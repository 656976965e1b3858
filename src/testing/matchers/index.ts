import { toBeAdmitted } from './admitted';
import { toHaveContainer, toHaveInitContainers, toHaveSidecar } from './containers';
import { toHaveFinding } from './finding';
import { toHaveImpact } from './impact';
import { toBecomeReadyWithin, toHaveQosClass } from './insight';
import { toMatchManifest } from './manifest';
import { toMeetPodSecurity } from './pod-security';
import { toHaveProbe } from './probe';
import { toMountVolume } from './volume';

/** All matchers, in the form that `expect.extend` of jest and vitest takes. */
export const matchers = {
  toBeAdmitted,
  toBecomeReadyWithin,
  toHaveContainer,
  toHaveFinding,
  toHaveImpact,
  toHaveInitContainers,
  toHaveProbe,
  toHaveQosClass,
  toHaveSidecar,
  toMatchManifest,
  toMeetPodSecurity,
  toMountVolume,
};
