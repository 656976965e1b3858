// Values of each sort of leaf: good ones that the server takes in most places, and ones at and around the limits.
import { CRONS, IPS, NOT_CRONS, NOT_IPS, NOT_QUANTITIES, NOT_TIME_ZONES, ODD_QUANTITIES, PREFIXES, NOT_PREFIXES, QUANTITIES, TIME_ZONES } from './formats';
import { Random } from './random';

export interface Leaf {
  readonly good: readonly unknown[];
  readonly edge: readonly unknown[];
}

const of = (length: number, end = '') => 'a'.repeat(length - end.length) + end;
/** Labels of 63 characters and a rest, with dots: the longest shape of a name with dots. */
const dotted = (length: number) => `${`${of(63)}.`.repeat(Math.floor(length / 64))}${of(length % 64)}`;

const NOT_NAMES = ['', 'A', 'Web', '-a', 'a-', 'a_b', 'a b', ' a', 'a ', 'a\n', 'ü', '日本', '.', '..', 'a..b', '.a', 'a.', '*', 'a/b', 'a:b', 'a@b', '_a', 'a--b', '--', '\u0000'];
const PORTS_AROUND = [0, -1, 1, 2, 65534, 65535, 65536, 2147483647, 2147483648, -2147483648];
const INT32_AROUND = [0, 1, -1, 2, 10, 100, 255, 256, 2147483646, 2147483647, 2147483648, -2147483648, -2147483649, 4294967296];
const INT64_AROUND = [...INT32_AROUND, 9007199254740991, 9007199254740992, 9223372036854774784, 9223372036854775808, -9223372036854775808, 1e19];
const LONG = 'x'.repeat(1025);

const name: Leaf = {
  good: ['web', 'app', 'data', 'a', 'db-0', 'x1', '0', '1a', of(63)],
  edge: [...NOT_NAMES, of(63), of(64), of(62, '-a'), of(63, '-'), 'a.b', '123', '1.2'],
};
const subdomain: Leaf = { good: ['web', 'app.example.com', 'a.b', '1.2.3', dotted(253)], edge: [...name.edge, dotted(253), dotted(254), dotted(256), 'a.-b', 'a-.b', 'A.b'] };
const qualified: Leaf = {
  good: ['app', 'example.com/app', 'a_b.c', 'A', 'x.y/Z', 'tier', 'app.kubernetes.io/name', of(63), `${dotted(253)}/x`, 'constructor', 'toString', 'kubernetes.io/arch'],
  edge: ['', '/', 'a/', '/b', 'a/b/c', 'a b', '-a', 'a-', '.a', 'a.', '_a', of(64), `x/${of(63)}`, `x/${of(64)}`, `${dotted(254)}/x`, 'A/b', 'Example.com/x', 'ex_ample/x', 'a..b/x', 'ü', '__proto__',
    'kubernetes.io/x', 'k8s.io/x', 'foo.k8s.io/x', 'a\n', 'a/b ', '0', '日本/x'],
};
const labelValue: Leaf = {
  good: ['web', '', 'v1.2_x-Y', '1', of(63), 'true', 'A'],
  edge: [of(64), '-a', 'a-', 'a b', '.a', '_a', 'a/b', 'ü', ' ', 'a\n', of(62, '.b'), of(63, '_'), 'a..b', 'a@b'],
};
const text: Leaf = { good: ['x', 'some text', '', '1', 'true', 'a\nb', '$(POD)', 'ü'], edge: ['', ' ', '\u0000', '\ud800', LONG, '\n', '日本', '💥', '../..', '=', '{}'] };
const int32: Leaf = { good: [1, 2, 3, 5, 10, 30], edge: INT32_AROUND };
const int64: Leaf = { good: [1, 2, 30, 60, 300, 3600], edge: INT64_AROUND };
const portName: Leaf = {
  good: ['http', 'web', 'a1', '8a', 'metrics', 'x-y', 'abcdefghijklmno'],
  edge: ['', 'abcdefghijklmnop', 'HTTP', 'Http', '80', '123', '1-2', '-a', 'a-', 'a--b', 'a_b', 'a.b', '-', 'ü', 'a b', ' http', of(63), of(64), '0', '65536', '-1', '+80', '080'],
};
const path: Leaf = {
  good: ['/data', '/a/b', '/', '/var/log/app', '/a..b', '/x y', '/a.b'],
  edge: ['', 'a', './a', '..', '/..', '/a/../b', '/a/..', 'a/../b', '/a:b', ':', 'C:\\x', 'C:/x', '\\\\host\\x', '/a//b', '/..a', '..a', '/a..', '~/x', `/${of(300)}`, '/ü', '//', ' /a', '\\..\\a', '/a\\..\\b', '...'],
};
const relativePath: Leaf = {
  good: ['a', 'a/b', 'cfg/app.yaml', 'labels', 'x y', 'a..b', '.hidden'],
  edge: ['', '/a', '../a', 'a/../b', 'a/..', '..', '.', '..data', '..a/b', 'a/..b', './a', 'a//b', 'C:\\a', '\\a', 'a:b', 'a\\..\\b', ':', '/', of(300), 'ü', '...', 'a/'],
};
const seconds64: Leaf = { good: [1, 5, 30, 60, 300, 600, 3600, 0], edge: [...INT64_AROUND, 599, 600, 601, 4294967295, 4294967296, 4294967297] };
const id: Leaf = { good: [0, 1, 1000, 65534, 2147483647], edge: INT64_AROUND };
const mode: Leaf = { good: [0, 256, 420, 511, 438], edge: [-1, 512, 777, 644, 511, 2147483648, 0o1777, 32768] };
const percent: Leaf = {
  good: [0, 1, 2, '25%', '50%', '100%', '1%', '0%', 10],
  edge: [...INT32_AROUND, '101%', '200%', '-1%', '00%', '025%', '25', '25 %', '%', '', '25.5%', '1e2%', 'a%', '%25', '25%%', ' 25%', '99999999999%', '2147483648%', '٣%', '0', '-99999999999999999999%', '99999999999999999999%', '9223372036854775808', '18446744073709551616x'],
};
const envName: Leaf = {
  good: ['A', 'LOG_LEVEL', 'a.b', 'a-b', '_x', 'POD_NAME', 'Z9', 'x'],
  edge: ['', '1A', 'A=B', '=', 'A B', ' ', '.', '..', '..a', '.a', '../x', '-', 'ä', '日本', 'a/b', 'a\n', '\u0000', '\u007f', '~', 'a:b', of(1000), '...', '💥', '\t', 'A$'],
};
const configKey: Leaf = { good: ['key', 'app.yaml', 'A_b-c.d', '.x', 'x..y', of(253)], edge: ['', '.', '..', '..x', 'a/b', of(253), of(254), 'a b', 'ü', '...', ' ', 'a\n', '..data', '-', '_'] };
const fieldPath: Leaf = {
  good: ['metadata.name', 'metadata.namespace', 'metadata.uid', "metadata.labels['app']", "metadata.annotations['a.b/c']"],
  edge: ['', 'metadata', 'metadata.labels', 'metadata.annotations', 'metadata.generation', 'spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs',
    'spec.hostname', 'status.phase', "metadata.labels['']", "metadata.labels['a b']", "metadata.labels['-a']", "metadata.annotations['A_b/C']", "metadata.annotations['A/B']", "metadata.annotations['/']",
    'metadata.labels[app]', 'metadata.labels["app"]', "metadata.labels['a'", "metadata.labels['a']x", "metadata.uid['a']", "metadata.name['x']", "spec.nodeName['x']", 'metadata.Name', ' metadata.name', "metadata.labels['a''b']",
    "metadata.labels['a']']", "metadata.labels['x/y/z']", `metadata.labels['${of(64)}']`, "['a']", 'spec.host', 'status.podIP.x', "metadata.labels['a']['b']", 'metadata.ownerReferences', 'spec.containers'],
};
const resource: Leaf = {
  good: ['limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory', 'limits.ephemeral-storage', 'requests.ephemeral-storage', 'limits.hugepages-2Mi', 'requests.hugepages-1Gi'],
  edge: ['', 'cpu', 'limits', 'limits.', 'limits.foo', 'limits.example.com/gpu', 'limits.hugepages-', 'limits.hugepages-x', 'Limits.cpu', 'requests.storage', 'limits.hugepages', 'requests.hugepages-3Mi', 'limits.cpu '],
};
const divisor: Leaf = {
  good: ['1', '1m', '1Mi', '1k', 1, '0', 0, '1Gi', '1Ki', '1M'],
  edge: ['2', '1E', '1Ei', '10m', '1u', '1n', '0.001', '1e3', '1e-3', '-1', '1000', '1048576', '1024Ki', '1P', '1Pi', '', 'x', '0m', '100m', '1T', '1Ti', '1G', '1K', '0.5', '1e0', '1.0'],
};
const ip: Leaf = { good: IPS, edge: [...IPS, ...NOT_IPS] };
const cidr: Leaf = { good: PREFIXES, edge: [...PREFIXES, ...NOT_PREFIXES] };
const hostName: Leaf = { good: ['example.com', 'localhost', 'db.svc.cluster.local', 'a'], edge: subdomain.edge };
const quantity: Leaf = { good: QUANTITIES, edge: [...ODD_QUANTITIES, ...NOT_QUANTITIES] };
const bigQuantity: Leaf = { good: ['1Gi', '10Gi', '500M', '1e9', 1073741824, '0.5Gi'], edge: quantity.edge };
const time: Leaf = { good: ['2024-01-02T03:04:05Z', '2020-06-01T00:00:00+02:00'], edge: ['', '2024-01-02', '2024-13-01T00:00:00Z', '2024-01-02T03:04:05.123Z', '2024-01-02 03:04:05Z', 'now', '0001-01-01T00:00:00Z', '2024-02-30T00:00:00Z', '2024-01-02t03:04:05z', '9999-12-31T23:59:59Z', '2024-01-02T24:00:00Z', '2024-01-02T03:04:60Z', '10000-01-01T00:00:00Z'] };
const domainPath: Leaf = {
  good: ['example.com/x', 'a.b/c', 'x.io/a.b', 'example.com/job-controller', 'kubernetes.io/job-controller'],
  edge: ['', 'x', 'example.com', 'example.com/', '/x', 'Example.com/x', 'a/b/c', 'a.b/c d', 'a.b/C', 'a b/c', `${dotted(253)}/x`, `a.b/${of(60)}`, `a.b/${of(64)}`, 'a.b/-', 'a.b//c', 'a_b/c', 'a.b/ü', 'a.b/%', 'a/b', `${dotted(190)}/${of(62)}`, `a.b/${of(251)}`],
};
const image: Leaf = { good: ['nginx', 'nginx:1.29', 'ghcr.io/acme/web:1.4.2', 'busybox:latest', `x@sha256:${'0'.repeat(64)}`, 'localhost:5000/x', 'A B'], edge: ['', ' ', ' nginx', 'nginx ', '\t', '\nnginx', 'nginx:', ':latest', '@', 'x@sha256:0', '\u00a0nginx', 'nginx:latest ', LONG, 'a:b:c', 'https://x/y', 'NGINX'] };
const uuid: Leaf = { good: ['0f1e2d3c-0000-4000-8000-000000000001', 'abc', '1'], edge: ['', ' ', LONG] };
const apiVersion: Leaf = { good: ['apps/v1', 'v1', 'batch/v1', 'example.com/v1beta1'], edge: ['', 'v2', '/', 'a/b/c', '/v1', 'apps/', 'V1', 'apps/v1/', 'metadata/v1', 'v1 '] };
const bytes: Leaf = { good: ['x', 'value', ''], edge: ['', 'x'.repeat(262144), 'x'.repeat(130000), LONG, 'ü'.repeat(131072)] };

/** The sorts that fields name in `fields.ts`. */
export const SORTS = {
  name,
  subdomain,
  qualified,
  labelValue,
  text,
  int32,
  int64,
  portName,
  path,
  relativePath,
  seconds64,
  id,
  mode,
  percent,
  envName,
  configKey,
  fieldPath,
  resource,
  divisor,
  ip,
  cidr,
  hostName,
  quantity,
  bigQuantity,
  time,
  domainPath,
  image,
  uuid,
  apiVersion,
  annotationValue: bytes,
  portNumber: { good: [80, 8080, 443, 1, 65535, 9090], edge: PORTS_AROUND },
  hostPort: { good: [80, 8080, 30080, 65535], edge: PORTS_AROUND },
  nodePort: { good: [30000, 30080, 32767, 31000], edge: [...PORTS_AROUND, 29999, 32768, 80] },
  portOrName: { good: [80, 8080, 'http', 'web', 443, 65535], edge: [...PORTS_AROUND, ...portName.edge] },
  seconds: { good: [1, 2, 5, 10, 30], edge: [...INT32_AROUND, 86400, 86401, 3600] },
  boolean: { good: [true, false], edge: [true, false, 'true', 'false', 0, 1, ''] },
  cron: { good: CRONS, edge: [...CRONS, ...NOT_CRONS] },
  timeZone: { good: TIME_ZONES, edge: [...TIME_ZONES, ...NOT_TIME_ZONES] },
  serviceName: { good: ['web', 'a', 'db-0', of(63, 'z')], edge: [...name.edge, '0a', '1'] },
  generateName: { good: ['web-', 'a', '0-'], edge: ['x.', ...name.edge, of(57), of(58), of(63), of(64), dotted(248), dotted(253), dotted(254)] },
  namespace: { good: ['default', 'shop', 'kube-system'], edge: name.edge },
  dnsOption: { good: ['ndots', 'edns0', 'timeout'], edge: ['', 'ndots:5', ' ', LONG] },
  search: { good: ['svc.cluster.local', 'example.com', 'a', 'example.com.', '.'], edge: [...subdomain.edge, '.', '..', 'a.', '_tcp.a', 'a_b.c', 'a..', '_', dotted(128), dotted(200), dotted(250), dotted(253)] },
  sysctl: {
    good: ['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies', 'net/ipv4/ip_unprivileged_port_start', 'kernel.msgmax', 'fs.mqueue.msg_max'],
    edge: ['', 'kernel', 'a..b', 'a/b.c', 'A.b', 'kernel.sem', 'net.core.somaxconn', 'a-b.c', '.a', 'a.', 'a/../b', 'net.ipv4.conf.eth0/1.x', 'x'.repeat(253), 'x'.repeat(254), 'kernel.domainname', 'a_b.c_d', 'net.ipv4.ping_group_range', 'kernel/shm_rmid_forced'],
  },
  capability: { good: ['NET_BIND_SERVICE', 'ALL', 'CHOWN', 'SYS_ADMIN', 'NET_ADMIN', 'SYS_TIME', 'KILL'], edge: ['', 'all', 'CAP_SYS_ADMIN', 'CAP_ALL', ' ALL', 'net_admin', 'CAP_sys_admin', 'NET_RAW', 'cap_sys_admin', 'CAP_NET_BIND_SERVICE'] },
  selinux: { good: ['system_u', 'container_t', 's0:c123,c456', 'object_r', '', 'container_init_t', 'container_kvm_t'], edge: ['a:b', '日本', 'spc_t', 'container_engine_t', LONG] },
  headerName: { good: ['X-Probe', 'Accept', 'Host', 'x'], edge: ['', "a!#$%&'*+.^_`|~0", 'a b', 'a:', 'ü', 'a(b', 'a\n', ' ', 'X_Y', '@', 'a/b', '-', LONG, 'host'] },
  localhostProfile: { good: ['profiles/a.json', 'a', 'k8s-apparmor-example'], edge: ['', '/a', '../a', 'a/../b', ' a', 'a ', ' ', '..', of(4095), of(4096), of(4200), 'a/..'] },
  indexes: { good: ['0', '0-2', '1,3,5-7', '0-1,3', '2'], edge: ['', '-', '0-', '-1', 'a', '1,1', '3,1', '0-0', '2-1', '1-2-3', '0,,1', ' 0', '0, 1', '99999', '100000', '0-99999', '0-100000', '2147483648', ',', '1-3,3', '1-3,2-5', '00', '+1', '0-1,', '+0-+1', '0--1', '9223372036854775808', '1'.repeat(65537), '0'.repeat(65536)] },
  exitCode: { good: [1, 2, 42, 137, 255], edge: [0, -1, 255, 256, 2147483647, 2147483648] },
  conditionType: { good: ['DisruptionTarget', 'example.com/ready', 'Ready', 'a.b/c'], edge: qualified.edge },
  signerName: { good: ['example.com/signer', 'kubernetes.io/kube-apiserver-serving', 'a.b/c', 'k8s.io/x'], edge: [...domainPath.edge, 'row-major.net/x', 'a.b/a.b', 'a.b/a/b', '*/x', 'a/b.c', `a.b/${of(571)}`, 'a.b/A'] },
  driver: { good: ['csi.example.com', 'a.b', 'Driver', of(63)], edge: ['', 'kubernetes.io/x', of(64), 'a_b', '-a', 'a-', 'a b', 'a..b', '.a', 'A-B.c', 'a/b', 'ü'] },
  gmsa: { good: ['{"CmsPlugins":["ActiveDirectory"]}', 'spec'], edge: ['', 'x'.repeat(65536), 'x'.repeat(65537), ' '] },
  windowsUser: {
    good: ['ContainerUser', 'ContainerAdministrator', 'DOMAIN\\user', 'NT AUTHORITY\\SYSTEM', 'a.b\\c'],
    edge: ['', '\\', 'a\\', '\\a', 'a\\b\\c', 'a/b', 'a:b', 'a*', 'a\u0007', of(104), of(105), `${of(256)}\\u`, `${of(257)}\\u`, 'DOMAIN\\a b', 'a.', '...', ' ', '.', '. .', '-d\\u', '.d\\u', 'd.\\u', 'NETBIOSNAMETOOLONGX\\u', 'a b\\c', 'a"b', 'a@b', `${of(15)}\\u`, `${of(16)}\\u`, 'd$\\u', 'a_b\\c', '1\\u', '123.1\\u'],
  },
  nodeName: subdomain,
  revision: { good: ['main', 'v1'], edge: ['', '--upload-pack=x', '-x', ' '] },
  repository: { good: ['https://example.com/x.git', 'git@example.com:x'], edge: ['', '--upload-pack=x', '-x', ' '] },
  directory: { good: ['src', '.', 'a/b'], edge: ['..', 'a/../b', '/a', '', '-x', '--x', '../a', 'a/..', './a'] },
  iqn: {
    good: ['iqn.2001-04.com.example:storage.kube.sys1.xyz', 'eui.02004567a425678d', 'naa.62004567ba64678d0123456789abcdef'],
    edge: ['', 'iqn', 'iqn.2001-04.com.example', 'iqn.2001-04', 'iqn.2001-4.com.x:y', 'eui.123', 'eui.02004567A425678D', 'eui.02004567a425678dx', 'naa.62004567', 'naa.62004567BA64678D0123456789ABCDEF', 'iqn.2001-13.com.x', 'x', 'iqn.2001-04.com.example:', 'IQN.2001-04.com.example:x', 'iqn.2001-04.com example', 'iqn.2001-04.a:a b'],
  },
  lun: { good: [0, 1, 255], edge: [-1, 256, 255, 2147483647, 2147483648] },
  managedBy: { good: ['example.com/x', 'kubernetes.io/job-controller'], edge: [...domainPath.edge, `a.b/${of(58)}`, `a.b/${of(59)}`, `a.b/${of(60)}`] },
  appProtocol: { good: ['http', 'kubernetes.io/h2c', 'https', 'example.com/x'], edge: qualified.edge },
  finalizer: { good: ['example.com/x', 'kubernetes', 'orphan', 'foregroundDeletion'], edge: [...qualified.edge, 'batch.kubernetes.io/job-tracking'] },
  taintValue: { good: ['', 'x', '1', '100'], edge: [...labelValue.edge, '01', '-1', '1.5', '9223372036854775807', '9223372036854775808', '-0', '+1', '0'] },
  keyType: { good: ['ED25519', 'RSA3072', 'ECDSAP256'], edge: ['', 'RSA2048', 'ed25519', 'ECDSAP521', 'RSA4096', 'ECDSAP384', 'ED448'] },
  gvKind: { good: ['Deployment', 'Snapshot', 'PersistentVolumeClaim', 'VolumeSnapshot'], edge: ['', 'a b', 'Event', 'ReplicationController', ' '] },
  apiGroup: { good: ['snapshot.storage.k8s.io', '', 'apps'], edge: subdomain.edge },
  medium: { good: ['', 'Memory', 'HugePages', 'HugePages-2Mi'], edge: ['memory', 'HugePages-', 'HugePages-3Mi', 'HugePages-x', 'HugePages-0', 'Disk', 'hugepages', 'HugePages-1Gi', 'HugePages-2M', 'HugePages-1.5Mi', 'HugePages--1', 'HugePages-2Mi ', 'Memory '] },
  accessMode: { good: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'], edge: ['', 'ReadWriteOncePod', 'RWO', 'readWriteOnce'] },
  loadBalancerClass: { good: ['example.com/lb', 'internal-vip'], edge: qualified.edge },
  any: { good: [{ a: 1 }, {}], edge: [null, 1, 'x', []] },
  microTime: { good: ['2024-01-02T03:04:05.000000Z', '2024-01-02T03:04:05.123456Z'], edge: [...time.edge, '2024-01-02T03:04:05Z', '2024-01-02T03:04:05.1234567Z', 5] },
  bytes: { good: ['', 'YQ==', 'dmFsdWU='], edge: ['x', 'YQ', 'YQ=', 'Y Q==', 'YQ==\n', '-_-_', 'ü', null, 1, [97]] },
  double: { good: [0, 1, 0.5, 10], edge: [-1, 1e308, '1', 0.1, -0.5] },
  strings: { good: [['a'], []], edge: [['a', 'a'], [''], [1], 'a'] },
  schema: { good: [{ type: 'string' }, { type: 'object', properties: { a: { type: 'integer' } } }], edge: [{}, { type: 'x' }, [], true, 'x', { type: 'array' }] },
  schemaOrBoolean: { good: [true, false, { type: 'string' }], edge: [{}, 'true', [], null] },
  schemaOrStrings: { good: [['a'], { type: 'string' }], edge: [[], {}, [1], 'a'] },
} satisfies { [sort: string]: Leaf };

export type Sort = keyof typeof SORTS;

/** A value of a sort; `good` with the given chance. */
export function valueOf(sort: Sort, random: Random, good: number): unknown {
  const leaf: Leaf = SORTS[sort];
  return random.chance(good) ? random.pick(leaf.good) : random.pick(leaf.edge);
}
