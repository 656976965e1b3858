/** Writes down what a kubelet's parser says of the images in test/admission/formats/images.ts, and compares our grammar with it on others. */
import { writeFileSync } from 'fs';
import { join } from 'path';
import { needGo } from './build';
import { Random } from './generate/random';
import { Oracle } from './oracle-process';
import { isImageReference } from '../src/admission/formats/image-reference';
import { DEFAULT_KUBERNETES_VERSION } from '../src/admission/version';
import { IMAGES } from '../test/admission/formats/images';

const COUNT = 200_000;
const RECORD = join(__dirname, '..', 'test', 'admission', 'formats', 'images.recorded.json');
const PIECES = ['a', 'B', '0', '.', '-', '_', '/', ':', '@', '[', ']', ' ', '\t', 'localhost', 'docker.io', ':5000/', 'sha256:', 'f'.repeat(64), 'latest', 'ü', '$', '+'];

async function main(): Promise<void> {
  needGo();
  const oracle = await Oracle.open(DEFAULT_KUBERNETES_VERSION, (line) => console.log(line));
  const answers = await oracle.ask(IMAGES.map((image) => ({ id: image, image })));
  writeFileSync(RECORD, `[\n${IMAGES.map((image, i) => JSON.stringify([image, answers[i].accepted])).join(',\n')}\n]\n`);
  const source = new Random(1, 0);
  const random = (): number => source.next() / 2 ** 32;
  const others = Array.from({ length: COUNT }, () => mutated(random));
  const said = await oracle.ask(others.map((image) => ({ id: image, image })));
  oracle.close();
  const apart = others.filter((image, i) => isImageReference(image) !== said[i].accepted);
  apart.slice(0, 20).forEach((image) => console.log(`disagree on ${JSON.stringify(image)}`));
  console.log(`${IMAGES.length} recorded; ${apart.length} of ${COUNT} others differ, ${said.filter(({ accepted }) => accepted).length} of them are accepted`);
  process.exitCode = apart.length > 0 ? 1 : 0;
}

/** A listed reference with some pieces put in, replaced or removed. */
function mutated(random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  let image = pick(IMAGES);
  for (let changes = Math.floor(random() * 4); changes > 0; changes--) {
    const at = Math.floor(random() * (image.length + 1));
    image = image.slice(0, at) + (random() < 0.7 ? pick(PIECES) : '') + image.slice(at + Math.floor(random() * 3));
  }
  return image;
}

void main();
