import type { AdviceRule } from './pod';

/**
 * An image without a tag or digest, or with the tag `latest`, can change at any time: pods of one template may run different images, and a
 * rollback does not bring the old one back.
 */
export const imageTag: AdviceRule = ({ containers }, report) => {
  for (const { container: { image }, path } of containers) {
    if (image === undefined || image.includes('@')) {
      continue;
    }
    const tag = /:([^:/]*)$/.exec(image)?.[1];
    if (tag === undefined || tag === 'latest') {
      report.advice(path.child('image'), 'advice/image-tag', `image '${image}' ${tag === undefined ? 'has no tag' : 'has the tag latest'}: what runs can change without a change of the manifest`,
        { hint: 'use a version tag or a digest' });
    }
  }
};
