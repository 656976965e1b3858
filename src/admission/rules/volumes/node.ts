import { backstepProblem, descendingPathProblem } from './paths';
import { requireString } from './required';
import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { parseQuantity, sign } from '../../formats/quantity';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';

const HOST_PATH_TYPES = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** An emptyDir: its size limit is not negative. Any medium is accepted here; the kubelet refuses unknown ones. */
export function validateEmptyDir(emptyDir: Decoded<k8s.EmptyDirVolumeSource>, path: Path, pod: PodContext): void {
  if (emptyDir.sizeLimit === undefined) {
    return;
  }
  const limit = parseQuantity(emptyDir.sizeLimit);
  if (limit !== undefined && sign(limit) < 0) {
    pod.report.forbidden(path.child('sizeLimit'), 'volumes/empty-dir-size-limit', `must be 0 or more, got ${show(emptyDir.sizeLimit)}`);
  }
}

/** A path on the node: may be relative, but without '..'. Its type is one of a closed set. */
export function validateHostPath(hostPath: Decoded<k8s.HostPathVolumeSource>, path: Path, ctx: Context): void {
  if (hostPath.path === undefined) {
    ctx.report.required(path.child('path'), 'volumes/host-path-required', 'path is required: the path on the node');
    return;
  }
  const problem = backstepProblem(hostPath.path);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('path'), 'volumes/host-path', `${show(hostPath.path)} ${problem}`);
  }
  if (hostPath.type !== undefined && !HOST_PATH_TYPES.includes(hostPath.type)) {
    ctx.report.notSupported(path.child('type'), 'volumes/host-path-type', hostPath.type, HOST_PATH_TYPES);
  }
}

/** A clone of a git repository; no current kubelet supports it. */
export function validateGitRepo(gitRepo: Decoded<k8s.GitRepoVolumeSource>, path: Path, pod: PodContext): void {
  requireString(gitRepo.repository, path, 'repository', pod.report, 'volumes/git-repository-required',
    'repository is required: the URL of the repository');
  const problem = gitRepo.directory === undefined ? undefined : descendingPathProblem(gitRepo.directory);
  if (problem !== undefined) {
    pod.report.invalid(path.child('directory'), 'volumes/git-directory', `${show(gitRepo.directory)} ${problem}`);
  }
}

/** The files of an image. Up to 1.36, a pod template may leave the reference unset, for a controller to fill in. */
export function validateImage(image: Decoded<k8s.ImageVolumeSource>, path: Path, pod: PodContext): void {
  if (pod.podOnly || on(pod, 'TemplatesNeedImageReferences')) {
    requireString(image.reference, path, 'reference', pod.report, 'volumes/image-reference-required',
      'reference is required: the image');
  }
  if (image.pullPolicy === undefined) {
    pod.report.required(path.child('pullPolicy'), 'volumes/image-pull-policy-required', 'pullPolicy is required');
  } else if (!PULL_POLICIES.includes(image.pullPolicy)) {
    pod.report.notSupported(path.child('pullPolicy'), 'volumes/image-pull-policy', image.pullPolicy, PULL_POLICIES);
  }
}
