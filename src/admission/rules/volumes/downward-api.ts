import { validateFilePath } from './files';
import { validateMode, validateUser } from './paths';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { Report } from '../../report';
import { validateObjectFieldSelector, validateResourceFieldSelector } from '../containers/downward-api';
import { movePlaces } from '../pod/place';
import { PodContext } from '../pod/pod-context';

/** Pod fields that can become a file. */
const FIELD_PATHS: ReadonlySet<string> = new Set([
  'metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations', 'metadata.uid',
]);

/** A downwardAPI volume: pod fields and container resources as files. */
export function validateDownwardApi(source: Decoded<k8s.DownwardAPIVolumeSource>, path: Path, pod: PodContext): void {
  validateMode(source.defaultMode, path.child('defaultMode'), pod.report);
  validateUser(source.defaultUser, path.child('defaultUser'), pod.report);
  if (source.items === undefined) {
    return;
  }
  const items = path.child('items');
  for (let i = 0; i < source.items.length; i++) {
    validateDownwardFile(source.items[i], items.index(i), path, pod);
  }
}

/** One file. The server omits `items` and the index: it writes `written`, the path of the owner of the list. */
export function validateDownwardFile(file: Decoded<k8s.DownwardAPIVolumeFile>, path: Path, written: Path, pod: PodContext): void {
  const { report } = pod;
  const first = report.findings.length;
  validateFilePath(file.path, written, report);
  validateSelectors(file, written, pod, report);
  validateMode(file.mode, written.child('mode'), report);
  validateUser(file.user, written.child('user'), report);
  movePlaces(report, first, written, path);
}

function validateSelectors(file: Decoded<k8s.DownwardAPIVolumeFile>, path: Path, pod: PodContext, report: Report): void {
  if (file.fieldRef !== undefined) {
    validateObjectFieldSelector(file.fieldRef, FIELD_PATHS, path.child('fieldRef'), pod);
    if (file.resourceFieldRef !== undefined) {
      report.invalid(path, 'downward-api/both-selectors', 'fieldRef and resourceFieldRef are not allowed together',
        { hint: 'remove one of them' });
    }
  } else if (file.resourceFieldRef !== undefined) {
    validateResourceFieldSelector(file.resourceFieldRef, true, path.child('resourceFieldRef'), pod);
  } else {
    report.required(path, 'downward-api/selector-required', 'fieldRef or resourceFieldRef is required');
  }
}
