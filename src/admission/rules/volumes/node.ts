import { backstepProblem, descendingPathProblem } from './paths';
import { requireText } from './required';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { parseQuantity, sign } from '../../formats/quantity';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';

const HOST_PATH_TYPES = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** An empty folder: its size limit is not negative. Its medium may be any text; the kubelet refuses those it does not know. */
export function validateEmptyDir(emptyDir: Decoded<k8s.EmptyDirVolumeSource>, path: Path, pod: PodContext): void {
  if (emptyDir.sizeLimit === undefined) {
    return;
  }
  const limit = parseQuantity(emptyDir.sizeLimit);
  if (limit !== undefined && sign(limit) < 0) {
    pod.report.forbidden(path.child('sizeLimit'), 'volumes/empty-dir-size-limit', `${show(emptyDir.sizeLimit)} is less than nothing`);
  }
}

/** A path of the node, which may be relative but may not climb; its type is one of a closed set. */
export function validateHostPath(hostPath: Decoded<k8s.HostPathVolumeSource>, path: Path, pod: PodContext): void {
  if (hostPath.path === undefined) {
    pod.report.required(path.child('path'), 'volumes/host-path-required', 'a hostPath volume needs the path on the node');
    return;
  }
  const problem = backstepProblem(hostPath.path);
  if (problem !== undefined) {
    pod.report.invalid(path.child('path'), 'volumes/host-path', `${show(hostPath.path)} ${problem}`);
  }
  if (hostPath.type !== undefined && !HOST_PATH_TYPES.includes(hostPath.type)) {
    pod.report.notSupported(path.child('type'), 'volumes/host-path-type', hostPath.type, HOST_PATH_TYPES);
  }
}

/** A clone of a git repository, which no kubelet makes any more. */
export function validateGitRepo(gitRepo: Decoded<k8s.GitRepoVolumeSource>, path: Path, pod: PodContext): void {
  requireText(gitRepo.repository, path, 'repository', pod.report, 'volumes/git-repository-required',
    'a gitRepo volume needs the URL of its repository');
  const problem = gitRepo.directory === undefined ? undefined : descendingPathProblem(gitRepo.directory);
  if (problem !== undefined) {
    pod.report.invalid(path.child('directory'), 'volumes/git-directory', `${show(gitRepo.directory)} ${problem}`);
  }
}

/** An image's files. A pod template may leave the reference out, for whoever makes the pods to fill it in. */
export function validateImage(image: Decoded<k8s.ImageVolumeSource>, path: Path, pod: PodContext): void {
  if (pod.podOnly) {
    requireText(image.reference, path, 'reference', pod.report, 'volumes/image-reference-required',
      'an image volume needs the reference of its image');
  }
  if (image.pullPolicy === undefined) {
    pod.report.required(path.child('pullPolicy'), 'volumes/image-pull-policy-required', 'an image volume needs a pull policy');
  } else if (!PULL_POLICIES.includes(image.pullPolicy)) {
    pod.report.notSupported(path.child('pullPolicy'), 'volumes/image-pull-policy', image.pullPolicy, PULL_POLICIES);
  }
}
