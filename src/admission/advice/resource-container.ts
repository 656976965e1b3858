import type { AdviceRule } from './pod';
import type { Path } from '../path';
import { show } from '../report';

/** The Downward API with the name of a container that the pod does not have: the kubelet never starts the container, or mounts the volume. */
export const resourceContainer: AdviceRule = ({ spec, containers, path }, report) => {
  const names = containers.map(({ container }) => container.name ?? '');
  const check = (name: string | undefined, at: Path): void => {
    if (name !== undefined && !names.includes(name)) {
      report.advice(at.child('resourceFieldRef').child('containerName'), 'advice/resource-container',
        `the pod has no container ${show(name)} whose resources could be read, so it cannot start; it has ${names.map((one) => `'${one}'`).join(', ')}`,
        { hint: 'write the name of a container of the pod' });
    }
  };
  for (const { container, path: at } of containers) {
    container.env?.forEach(({ valueFrom }, i) => check(valueFrom?.resourceFieldRef?.containerName, at.child('env').index(i).child('valueFrom')));
  }
  spec.volumes?.forEach(({ downwardAPI, projected }, i) => {
    const volume = path.child('volumes').index(i);
    downwardAPI?.items?.forEach(({ resourceFieldRef }, j) => check(resourceFieldRef?.containerName, volume.child('downwardAPI').child('items').index(j)));
    projected?.sources?.forEach((source, j) => {
      const items = volume.child('projected').child('sources').index(j).child('downwardAPI').child('items');
      source.downwardAPI?.items?.forEach(({ resourceFieldRef }, k) => check(resourceFieldRef?.containerName, items.index(k)));
    });
  });
};
