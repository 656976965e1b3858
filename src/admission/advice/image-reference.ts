import type { AdviceRule } from './pod';
import { imageProblem } from '../formats/image-reference';
import { isPadded } from '../formats/space';
import type { Path } from '../path';
import { Report, show } from '../report';

/** What JavaScript writes for a value that is not there, and other languages for theirs. */
const NO_TAG = /:(?:undefined|null|NaN|None|nil|<nil>|\[object Object\])$/;
const NO_NAME = /(?:^|\/)(?:undefined|\[object Object\])(?=[/:@]|$)/;

/** An image reference that no kubelet can read: the server takes it, and the container never starts (InvalidImageName). */
export const imageReference: AdviceRule = ({ spec, containers, path, kind }, report) => {
  for (const { container: { image }, path: at } of containers) {
    // In a Pod the server itself refuses white space around an image.
    if (image !== undefined && !(kind === 'Pod' && isPadded(image))) {
      check(image, at.child('image'), report);
    }
  }
  spec.volumes?.forEach(({ image }, i) => {
    if (image?.reference !== undefined) {
      check(image.reference, path.child('volumes').index(i).child('image').child('reference'), report);
    }
  });
};

function check(image: string, at: Path, report: Report): void {
  const missing = NO_TAG.test(image) ? 'its tag' : NO_NAME.test(image) ? 'a part of its name' : undefined;
  if (missing !== undefined) {
    report.advice(at, 'advice/image-reference', `no node can pull ${show(image)}: ${missing} is a value that was not set`,
      { hint: 'set the variable that the image is made of' });
    return;
  }
  const problem = imageProblem(image);
  if (problem !== undefined) {
    report.advice(at, 'advice/image-reference', `no node can pull ${show(image)}: ${problem.why}`,
      { hint: problem.instead === undefined ? 'write [REGISTRY/]REPOSITORY[:TAG]' : `write ${show(problem.instead)}` });
  }
}
