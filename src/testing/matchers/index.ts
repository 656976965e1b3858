import { toBeAdmitted } from './admitted';
import { toHaveContainer, toHaveInitContainers, toHaveSidecar } from './containers';
import { toHaveFinding } from './finding';
import { toMatchManifest } from './manifest';
import { toMeetPodSecurity } from './pod-security';
import { toHaveProbe } from './probe';
import { toMountVolume } from './volume';

/** All matchers, in the form that `expect.extend` of jest and vitest takes. */
export const matchers = {
  toBeAdmitted,
  toHaveContainer,
  toHaveFinding,
  toHaveInitContainers,
  toHaveProbe,
  toHaveSidecar,
  toMatchManifest,
  toMeetPodSecurity,
  toMountVolume,
};
