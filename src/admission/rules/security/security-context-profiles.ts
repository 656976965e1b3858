import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { isPadded } from '../../formats/space';
import { Path } from '../../path';
import { show } from '../../report';
import { descendingPathProblem } from '../volumes/paths';

/** Types of seccomp and AppArmor profiles. */
const PROFILE_TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];

/** Maximum length of an AppArmor profile name: that of a path in Linux. */
export const MAX_APP_ARMOR = 4095;

/** A seccomp profile: a type, and a path on the node with `Localhost` only. */
export function validateSeccompProfile(profile: Decoded<k8s.SeccompProfile> | undefined, path: Path, ctx: Context): void {
  if (profile === undefined) {
    return;
  }
  if (!PROFILE_TYPES.includes(profile.type ?? '')) {
    if (profile.type === undefined) {
      ctx.report.required(path.child('type'), 'seccomp/type-required', 'a type is required', { hint: 'set type: RuntimeDefault' });
    } else {
      ctx.report.notSupported(path.child('type'), 'seccomp/type', profile.type, PROFILE_TYPES);
    }
  }
  const local = profile.localhostProfile;
  if (profile.type !== 'Localhost') {
    if (local !== undefined) {
      ctx.report.invalid(path.child('localhostProfile'), 'seccomp/localhost-profile-unused',
        `localhostProfile is allowed only with type Localhost, got ${show(local)}`, { hint: 'set type: Localhost, or remove localhostProfile' });
    }
  } else if (local === undefined) {
    ctx.report.required(path.child('localhostProfile'), 'seccomp/localhost-profile-required', 'localhostProfile is required with type Localhost: the path of the profile on the node');
  } else {
    const problem = descendingPathProblem(local);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('localhostProfile'), 'seccomp/localhost-profile', `${show(local)} ${problem}`);
    }
  }
}

/** An AppArmor profile: a type, and the name of a profile on the node with `Localhost` only. */
export function validateAppArmorProfile(profile: Decoded<k8s.AppArmorProfile> | undefined, path: Path, ctx: Context): void {
  if (profile === undefined) {
    return;
  }
  const local = profile.localhostProfile;
  if (profile.type === undefined) {
    ctx.report.required(path.child('type'), 'apparmor/type-required', 'a type is required', { hint: 'set type: RuntimeDefault' });
  } else if (!PROFILE_TYPES.includes(profile.type)) {
    ctx.report.notSupported(path.child('type'), 'apparmor/type', profile.type, PROFILE_TYPES);
  } else if (profile.type !== 'Localhost') {
    if (local !== undefined) {
      ctx.report.invalid(path.child('localhostProfile'), 'apparmor/localhost-profile-unused',
        `localhostProfile is allowed only with type Localhost, got ${show(local)}`, { hint: 'set type: Localhost, or remove localhostProfile' });
    }
  } else if (local === undefined || local === '') {
    ctx.report.required(path.child('localhostProfile'), 'apparmor/localhost-profile-required', 'localhostProfile is required with type Localhost: the name of the profile on the node');
  } else {
    if (isPadded(local)) {
      ctx.report.invalid(path.child('localhostProfile'), 'apparmor/localhost-profile-padded',
        `${show(local)} must not start or end with white space`, { hint: local.trim() === '' ? 'write the name of the profile' : `use ${show(local.trim())}` });
    }
    if (byteLength(local) > MAX_APP_ARMOR) {
      ctx.report.tooLong(path.child('localhostProfile'), 'apparmor/localhost-profile-length', `${show(local)} must have at most ${MAX_APP_ARMOR} bytes`);
    }
  }
}
