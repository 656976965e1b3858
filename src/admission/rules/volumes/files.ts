import { filePathProblem, validateMode, validateUser } from './paths';
import { requireString } from './required';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { Report, show } from '../../report';
import { PodContext } from '../pod/pod-context';

/** The keys of a Secret as files. */
export function validateSecret(secret: Decoded<k8s.SecretVolumeSource>, path: Path, pod: PodContext): void {
  requireString(secret.secretName, path, 'secretName', pod.report, 'volumes/secret-name-required', 'secretName is required');
  validateMode(secret.defaultMode, path.child('defaultMode'), pod.report);
  validateUser(secret.defaultUser, path.child('defaultUser'), pod.report);
  validateKeyFiles(secret.items, path, pod.report);
}

/** The keys of a ConfigMap as files. */
export function validateConfigMap(configMap: Decoded<k8s.ConfigMapVolumeSource>, path: Path, pod: PodContext): void {
  requireString(configMap.name, path, 'name', pod.report, 'volumes/config-map-name-required', 'name is required: the name of the ConfigMap');
  validateMode(configMap.defaultMode, path.child('defaultMode'), pod.report);
  validateUser(configMap.defaultUser, path.child('defaultUser'), pod.report);
  validateKeyFiles(configMap.items, path, pod.report);
}

function validateKeyFiles(items: Decoded<k8s.KeyToPath[]> | undefined, path: Path, report: Report): void {
  if (items === undefined) {
    return;
  }
  const at = path.child('items');
  for (let i = 0; i < items.length; i++) {
    validateKeyToPath(items[i], at.index(i), report);
  }
}

/** One key as a file: the key, a relative path, and a mode. */
export function validateKeyToPath(item: Decoded<k8s.KeyToPath>, path: Path, report: Report): void {
  requireString(item.key, path, 'key', report, 'volumes/key-required', 'key is required');
  validateFilePath(item.path, path, report);
  validateMode(item.mode, path.child('mode'), report);
  validateUser(item.user, path.child('user'), report);
}

/** The field `path`: the path of a file that the kubelet writes. */
export function validateFilePath(value: string | undefined, path: Path, report: Report): void {
  if (value === undefined) {
    report.required(path.child('path'), 'volumes/file-path-required', 'path is required: the path of the file in the volume');
    return;
  }
  const problem = filePathProblem(value);
  if (problem !== undefined) {
    report.invalid(path.child('path'), 'volumes/file-path', `${show(value)} ${problem}`);
  }
}
