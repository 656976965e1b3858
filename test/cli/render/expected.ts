/** Where `check` finds what is wrong in the fixtures: the same with the recorded output of the programs as with the programs themselves. */
export const EXPECTED: { readonly [option: string]: { readonly of: string; readonly places: readonly string[] } } = {
  '--helm': {
    of: 'web',
    places: [
      'web/templates/deployment.yaml:7:13 deployment/replicas',
      'web/templates/deployment.yaml:17:11 image/pull-policy',
      'web/templates/deployment.yaml:20:13 ports/container-port',
      'web/templates/deployment.yaml:22:11 decode/quantity',
    ],
  },
  '--kustomize': {
    of: 'overlay',
    places: [
      'overlay/base/web.yaml:20:11 service-ports/target-port',
      'overlay/base/web.yaml:20:18 service-ports/port',
      'overlay/replicas.yaml:5:13 deployment/replicas',
      'overlay/base/web.yaml:14:28 image/pull-policy',
    ],
  },
};

/** The place and code of each line of `--format line`. */
export function placesOf(stdout: string): string[] {
  return stdout.split('\n').filter((line) => line !== '').map((line) => `${line.slice(0, line.indexOf(': error'))} ${line.slice(line.lastIndexOf('(') + 1, -1)}`);
}
