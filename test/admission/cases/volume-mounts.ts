import { casesOf, deploymentWith, podWith, podWithEphemeral, podWithInit } from './pod-with';

const VOLUMES = [
  { name: 'data', emptyDir: {} }, { name: 'more', configMap: { name: 'c' } }, { name: 'disk', persistentVolumeClaim: { claimName: 'c' } },
  { name: 'raw', persistentVolumeClaim: { claimName: 'd' } },
];
const SPEC = { volumes: VOLUMES };
const mount = (fields: object, container: object = {}) => podWith({ volumeMounts: [{ name: 'data', mountPath: '/data', ...fields }], ...container }, SPEC);
const mounts = (...list: object[]) => podWith({ volumeMounts: list }, SPEC);
const devices = (...list: object[]) => podWith({ volumeDevices: list }, SPEC);
const mountAndDevice = (volumeMounts: object[], volumeDevices: object[]) => podWith({ volumeMounts, volumeDevices }, SPEC);
const PRIVILEGED = { securityContext: { privileged: true } };

export const cases = [
  ...casesOf('volume mounts', {
    'two': mounts({ name: 'data', mountPath: '/data' }, { name: 'more', mountPath: 'more:1', readOnly: true }),
    'one volume at two paths': mounts({ name: 'data', mountPath: '/a' }, { name: 'data', mountPath: '/b' }),
    'no name': mounts({ mountPath: '/data' }),
    'a volume that is not there': mount({ name: 'other' }),
    'a volume with an error': podWith({ volumeMounts: [{ name: 'data', mountPath: '/data' }] }, { volumes: [{ name: 'data', hostPath: {} }] }),
    'no path': mounts({ name: 'data' }),
    'no path twice': mounts({ name: 'data' }, { name: 'more' }),
    'nothing': mounts({}),
    'one path twice': mounts({ name: 'data', mountPath: '/data' }, { name: 'more', mountPath: '/data' }),
    'one path, written otherwise': mounts({ name: 'data', mountPath: '/data' }, { name: 'more', mountPath: '/data/' }),
    'a path with dots': mount({ mountPath: '/../data' }),
    'a sub-path': mount({ subPath: 'a/b' }),
    'a sub-path with dots in a name': mount({ subPath: 'a..b/...' }),
    'an absolute sub-path': mount({ subPath: '/a' }),
    'a sub-path that leads out': mount({ subPath: 'a/../..' }),
    'an absolute sub-path that leads out': mount({ subPath: '/..' }),
    'a bad sub-path of the second': mounts({ name: 'data', mountPath: '/a' }, { name: 'more', mountPath: '/b', subPath: '..' }),
    'a sub-path with a variable': mount({ subPathExpr: '$(A)/b' }),
    'an absolute sub-path with a variable': mount({ subPathExpr: '/$(A)' }),
    'a sub-path with a variable that leads out': mount({ subPathExpr: '$(A)/..' }),
    'two sub-paths': mount({ subPath: 'a', subPathExpr: 'b' }),
    'two bad sub-paths': mount({ subPath: '/a', subPathExpr: '..' }),
    'an empty sub-path': mount({ subPath: '', subPathExpr: '' }),
    'propagation from the host': mount({ mountPropagation: 'HostToContainer' }),
    'no propagation': mount({ mountPropagation: 'None' }),
    'an unknown propagation': mount({ mountPropagation: 'Both' }),
    'an empty propagation': mount({ mountPropagation: '' }),
    'propagation in both directions': mount({ mountPropagation: 'Bidirectional' }),
    'propagation in both directions, not privileged': mount({ mountPropagation: 'Bidirectional' }, { securityContext: { privileged: false } }),
    'propagation in both directions, privileged': mount({ mountPropagation: 'Bidirectional' }, PRIVILEGED),
    'recursively read-only': mount({ readOnly: true, recursiveReadOnly: 'Enabled' }),
    'recursively read-only without propagation': mount({ readOnly: true, recursiveReadOnly: 'IfPossible', mountPropagation: 'None' }),
    'recursively read-only, but not read-only': mount({ recursiveReadOnly: 'Enabled' }),
    'recursively read-only if possible, but not read-only': mount({ readOnly: false, recursiveReadOnly: 'IfPossible' }),
    'recursively read-only with propagation': mount({ readOnly: true, recursiveReadOnly: 'IfPossible', mountPropagation: 'HostToContainer' }),
    'recursively read-only with all wrong': mount({ recursiveReadOnly: 'Enabled', mountPropagation: 'Both' }),
    'not recursively read-only': mount({ recursiveReadOnly: 'Disabled', mountPropagation: 'HostToContainer' }),
    'an unknown recursion': mount({ recursiveReadOnly: 'Yes' }),
    'an empty recursion': mount({ recursiveReadOnly: '' }),
    'of an init container, bad': podWithInit({ volumeMounts: [{ name: 'other', mountPath: '', subPath: '..' }] }, SPEC),
    'of an ephemeral container': podWithEphemeral({ volumeMounts: [{ name: 'data', mountPath: '/data' }] }, SPEC),
    'of an ephemeral container, with a sub-path': podWithEphemeral({ volumeMounts: [{ name: 'data', mountPath: '/data', subPath: 'a' }] }, SPEC),
    'of an ephemeral container, with two sub-paths': podWithEphemeral(
      { volumeMounts: [{ name: 'data', mountPath: '/data', subPath: '/a', subPathExpr: 'b' }] }, SPEC),
    'in a template, bad': deploymentWith({ volumeMounts: [{ name: 'data', subPath: '/a' }, { name: 'other', mountPath: '/a' }] }, SPEC),
  }),
  ...casesOf('volume devices', {
    'two': devices({ name: 'disk', devicePath: '/dev/a' }, { name: 'raw', devicePath: '/dev/b' }),
    'an ephemeral volume': podWith({ volumeDevices: [{ name: 'e', devicePath: '/dev/a' }] }, {
      volumes: [{
        name: 'e',
        ephemeral: {
          volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Block', resources: { requests: { storage: '1Gi' } } } },
        },
      }],
    }),
    'no name': devices({ devicePath: '/dev/a' }),
    'no name twice': devices({ devicePath: '/dev/a' }, { devicePath: '/dev/b' }),
    'a volume that is not there': devices({ name: 'other', devicePath: '/dev/a' }),
    'a volume without a claim': devices({ name: 'data', devicePath: '/dev/a' }),
    'one name twice': devices({ name: 'disk', devicePath: '/dev/a' }, { name: 'disk', devicePath: '/dev/b' }),
    'no path': devices({ name: 'disk' }),
    'no path twice': devices({ name: 'disk' }, { name: 'raw' }),
    'one path twice': devices({ name: 'disk', devicePath: '/dev/a' }, { name: 'raw', devicePath: '/dev/a' }),
    'a path that leads out': devices({ name: 'disk', devicePath: '/dev/../a' }),
    'a path that leads out twice': devices({ name: 'disk', devicePath: '/dev/../a' }, { name: 'raw', devicePath: '/dev/../a' }),
    'a relative path': devices({ name: 'disk', devicePath: 'dev/a' }),
    'a volume that is mounted too': mountAndDevice([{ name: 'disk', mountPath: '/a' }], [{ name: 'disk', devicePath: '/dev/a' }]),
    'a path at which a volume is mounted': mountAndDevice([{ name: 'data', mountPath: '/a' }], [{ name: 'disk', devicePath: '/a' }]),
    'a path at which the first mount of a volume is': mountAndDevice(
      [{ name: 'data', mountPath: '/a' }, { name: 'data', mountPath: '/b' }], [{ name: 'disk', devicePath: '/a' }]),
    'a path of the first of two devices of one volume': mountAndDevice(
      [{ name: 'data', mountPath: '/dev/a' }], [{ name: 'disk', devicePath: '/dev/a' }, { name: 'disk', devicePath: '/dev/b' }]),
    'no path for a mount and a device': mountAndDevice([{ name: 'data' }], [{ name: 'disk' }]),
    'no name for a mount and a device': mountAndDevice([{ mountPath: '/a' }], [{ devicePath: '/b' }]),
    'of an init container, bad': podWithInit({ volumeDevices: [{ name: 'data' }] }, SPEC),
    'of an ephemeral container': podWithEphemeral({ volumeDevices: [{ name: 'disk', devicePath: '/dev/a' }] }, SPEC),
    'in a template, bad': deploymentWith({ volumeDevices: [{ name: 'data', devicePath: '..' }, {}] }, SPEC),
  }),
];
