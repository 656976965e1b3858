// The ports that the containers of pods declare.
import type { AppPods } from './pods';
import { mapsAt, numberAt, textAt } from '../../objects/plain';

/** A declared port. */
export interface DeclaredPort {
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;
}

/** The ports of app containers and sidecars: those that a Service looks at. */
export function portsOf({ spec }: AppPods): DeclaredPort[] {
  const sidecars = mapsAt(spec, 'initContainers').filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...mapsAt(spec, 'containers'), ...sidecars].flatMap((container) => mapsAt(container, 'ports')).map((port) => ({
    name: textAt(port, 'name'), port: numberAt(port, 'containerPort') ?? 0, protocol: textAt(port, 'protocol') ?? 'TCP',
  }));
}
