import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Label, dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

type LocalReference = Decoded<k8s.TypedLocalObjectReference>;
type Reference = Decoded<k8s.TypedObjectReference>;

/** The only kind that a reference without a group can name. */
const CLAIM = 'PersistentVolumeClaim';

/** What a volume is populated from: another claim, or an object of an API group. */
export function validateDataSource(source: LocalReference, path: Path, ctx: Context): void {
  const { report } = ctx;
  if (source.name === undefined) {
    report.required(path.child('name'), 'persistent-volume-claim/source-name-required', 'name is required');
  }
  if (source.kind === undefined) {
    report.required(path.child('kind'), 'persistent-volume-claim/source-kind-required', 'kind is required');
  }
  if (source.apiGroup === undefined || source.apiGroup === '') {
    if (source.kind !== CLAIM) {
      report.invalid(path, 'persistent-volume-claim/source-kind',
        `kind must be ${CLAIM} without apiGroup, got ${show(source.kind ?? '')}`,
        { hint: 'set apiGroup, such as snapshot.storage.k8s.io' });
    }
    return;
  }
  const problem = dns1123Subdomain(source.apiGroup);
  if (problem !== undefined) {
    report.invalid(path.child('apiGroup'), 'persistent-volume-claim/source-group', `${show(source.apiGroup)} ${problem}`);
  }
}

/**
 * `dataSourceRef` replaces `dataSource` and allows a namespace: both may be set if they are equal and without a namespace. The server
 * reports that at the claim's spec.
 */
export function validateDataSourceRef(ref: Reference, source: LocalReference | undefined, spec: Path, ctx: Context): void {
  const { report } = ctx;
  const path = spec.child('dataSourceRef');
  validateDataSource(ref, path, ctx);
  const elsewhere = ref.namespace !== undefined && ref.namespace !== '';
  const problem = elsewhere ? dns1123Label(ref.namespace) : undefined;
  if (problem !== undefined) {
    report.invalid(path.child('namespace'), 'persistent-volume-claim/source-namespace', `${show(ref.namespace)} ${problem}`);
  }
  if (source === undefined) {
    return;
  }
  const at = spec.child('dataSource');
  if (elsewhere) {
    report.invalid(at, 'persistent-volume-claim/source-with-namespace', 'dataSource is not allowed with a dataSourceRef that has a namespace',
      { field: spec, hint: 'remove dataSource' });
  } else if (source.apiGroup !== ref.apiGroup || source.kind !== ref.kind || source.name !== ref.name) {
    report.invalid(at, 'persistent-volume-claim/source-mismatch', 'dataSource and dataSourceRef must be equal',
      { field: spec, hint: 'remove dataSource' });
  }
}
