import type * as k8s from '../../k8s';
import type { Loose } from '../../objects/loose';
import { probesOf } from '../probe-times';
import type { ReadContainer, ReadPod } from '../read-pod';
import type { ContainerRole } from '../types-common';

/** A line of a container: what it has, and the volume that it mounts. */
export interface Row {
  readonly label: string;
  readonly text: string;
  readonly volume?: string;
}

/** A container in a picture. */
export interface Card {
  readonly name: string;
  readonly role: ContainerRole;
  readonly image: string;
  readonly rows: readonly Row[];
}

/** A volume in a picture. */
export interface VolumeCard {
  readonly name: string;
  readonly source: string;
}

/** More than these make no picture. */
const MOST_CARDS = 40;
const MOST_ROWS = 16;
const MOST_NAMES = 8;

/** The containers in the order in which they start; the last one says how many are left out. */
export function cardsOf({ containers }: ReadPod): Card[] {
  const cards = containers.slice(0, MOST_CARDS).map(({ name, role, container }) => ({ name, role, image: container.image ?? '', rows: rowsOf(container) }));
  const left = containers.slice(MOST_CARDS);
  return left.length === 0 ? cards : [...cards, { name: `and ${left.length} more`, role: last(left), image: '', rows: [] }];
}

function last(containers: readonly ReadContainer[]): ContainerRole {
  return containers[containers.length - 1].role;
}

function rowsOf(container: Loose<k8s.Container>): Row[] {
  const rows: Row[] = [
    ...(container.ports ?? []).map(({ name, containerPort, hostPort, protocol }) => ({
      label: 'port', text: `${containerPort ?? '?'}${protocol === undefined || protocol === 'TCP' ? '' : `/${protocol}`}${name === undefined ? '' : ` ${name}`}${hostPort === undefined ? '' : `, on the node ${hostPort}`}`,
    })),
    ...probesOf(container).map(({ kind, handler, periodMs, firstMs }) => ({
      label: kind, text: `${asked(container[`${kind}Probe`], handler)} every ${periodMs / 1000} s${firstMs === 0 ? '' : `, from ${firstMs / 1000} s on`}`,
    })),
    ...(['postStart', 'preStop'] as const).flatMap((hook) => container.lifecycle?.[hook] === undefined ? [] : [{ label: hook, text: hookText(container.lifecycle[hook]) }]),
    ...envRows(container),
    ...(container.volumeMounts ?? []).map(({ name, mountPath, readOnly, subPath }) => ({
      label: 'mount', text: `${mountPath ?? ''} from ${name ?? ''}${subPath === undefined ? '' : `/${subPath}`}${readOnly ? ', read-only' : ''}`, volume: name ?? '',
    })),
    ...(container.volumeDevices ?? []).map(({ name, devicePath }) => ({ label: 'device', text: `${devicePath ?? ''} from ${name ?? ''}`, volume: name ?? '' })),
  ];
  return rows.length <= MOST_ROWS ? rows : [...rows.slice(0, MOST_ROWS - 1), { label: '', text: `and ${rows.length - MOST_ROWS + 1} more` }];
}

function asked(probe: Loose<k8s.Probe> | undefined, handler: string): string {
  switch (handler) {
    case 'httpGet':
      return `GET ${probe?.httpGet?.path ?? '/'} :${probe?.httpGet?.port ?? '?'}`;
    case 'tcpSocket':
      return `TCP :${probe?.tcpSocket?.port ?? '?'}`;
    case 'grpc':
      return `gRPC :${probe?.grpc?.port ?? '?'}`;
    default:
      return (probe?.exec?.command ?? []).join(' ');
  }
}

function hookText({ exec, httpGet, sleep, tcpSocket }: Loose<k8s.LifecycleHandler>): string {
  return sleep !== undefined ? `sleeps ${sleep.seconds ?? 0} s` : httpGet !== undefined ? `GET ${httpGet.path ?? '/'} :${httpGet.port ?? '?'}`
    : tcpSocket !== undefined ? `TCP :${tcpSocket.port ?? '?'}` : (exec?.command ?? []).join(' ');
}

/** The variables by where they come from. */
function envRows({ env = [], envFrom = [] }: Loose<k8s.Container>): Row[] {
  const groups = new Map<string, string[]>();
  const put = (from: string, name: string) => groups.set(from, [...groups.get(from) ?? [], name].slice(0, MOST_NAMES + 1));
  let plain = 0;
  for (const { name = '', valueFrom } of env) {
    if (valueFrom?.configMapKeyRef !== undefined) {
      put(`ConfigMap ${valueFrom.configMapKeyRef.name ?? ''}`, name);
    } else if (valueFrom?.secretKeyRef !== undefined) {
      put(`Secret ${valueFrom.secretKeyRef.name ?? ''}`, name);
    } else if (valueFrom?.fieldRef !== undefined || valueFrom?.resourceFieldRef !== undefined) {
      put('Downward API', `${name} = ${valueFrom.fieldRef?.fieldPath ?? valueFrom.resourceFieldRef?.resource ?? ''}`);
    } else {
      plain++;
    }
  }
  return [
    ...envFrom.map(({ prefix = '', configMapRef, secretRef }) => ({
      label: 'env', text: `${configMapRef !== undefined ? `ConfigMap ${configMapRef.name ?? ''}` : `Secret ${secretRef?.name ?? ''}`}: all keys${prefix === '' ? '' : ` as ${prefix}…`}`,
    })),
    ...[...groups].map(([from, names]) => ({ label: 'env', text: `${from}: ${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ', …' : ''}` })),
    ...plain === 0 ? [] : [{ label: 'env', text: `${plain} ${plain === 1 ? 'value' : 'values'} in the manifest` }],
  ];
}

/** The volumes that there are, and those that are only mounted. */
export function volumesOf({ spec, kind, object }: ReadPod, cards: readonly Card[]): VolumeCard[] {
  const mounted = new Set(cards.flatMap(({ rows }) => rows.flatMap(({ volume }) => volume ?? [])));
  const claims = kind === 'StatefulSet' ? (object?.spec as { volumeClaimTemplates?: Loose<k8s.PersistentVolumeClaim>[] } | undefined)?.volumeClaimTemplates ?? [] : [];
  const volumes = [
    ...(spec.volumes ?? []).map((volume) => ({ name: volume.name ?? '', source: sourceOf(volume) })),
    ...claims.map(({ metadata }) => ({ name: metadata?.name ?? '', source: 'claim of each pod' })),
  ];
  const known = new Set(volumes.map(({ name }) => name));
  const missing = [...mounted].filter((name) => !known.has(name)).map((name) => ({ name, source: 'no such volume' }));
  const all = [...volumes, ...missing];
  return all.length <= MOST_CARDS ? all : [...all.slice(0, MOST_CARDS), { name: `and ${all.length - MOST_CARDS} more`, source: '' }];
}

/** What is in a volume: its kind, and the name of what it is made from. */
function sourceOf(volume: Loose<k8s.Volume>): string {
  const type = Object.keys(volume).find((key) => key !== 'name') ?? 'emptyDir';
  if (volume.projected !== undefined) {
    const sources = (volume.projected.sources ?? []).flatMap((source) => Object.keys(source));
    return `projected: ${[...new Set(sources)].slice(0, MOST_NAMES).join(', ')}`;
  }
  const { configMap, secret, persistentVolumeClaim: claim, hostPath, csi, nfs, image, downwardAPI } = volume;
  const detail = configMap?.name ?? secret?.secretName ?? claim?.claimName ?? hostPath?.path ?? csi?.driver ?? nfs?.path ?? image?.reference
    ?? downwardAPI?.items?.map(({ fieldRef, resourceFieldRef }) => fieldRef?.fieldPath ?? resourceFieldRef?.resource ?? '').slice(0, MOST_NAMES).join(', ');
  const called = claim === undefined ? type : 'claim';
  return detail === undefined ? type : `${called}: ${detail}`;
}
