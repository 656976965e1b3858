import { Include as Cdk8sInclude, IncludeProps } from 'cdk8s';
import { Construct } from 'constructs';
import { rememberSource } from '../bridge/attach';
import { reviewIncluded } from '../bridge/included';

/**
 * The objects of a YAML file, in place of cdk8s' own: same props, same objects. Each object is reviewed at synth, as the constructs of this
 * library are, and a finding names the file and the line of the YAML.
 *
 * A finding about a place that a patch has changed names the line of code that made the `Include` instead. So does every finding in a file
 * from a URL.
 *
 * @example
 *
 *   const web = new Include(chart, 'web', { url: 'k8s/web.yaml' });
 *   web.apiObjects[0].addJsonPatch(JsonPatch.replace('/spec/replicas', 3));
 */
export class Include extends Cdk8sInclude {
  /**
   * @param scope the chart or construct that the objects belong to
   * @param id the construct's id; it does not become part of a name
   * @param props the file or URL
   * @throws Error when the file cannot be read
   */
  constructor(scope: Construct, id: string, props: IncludeProps) {
    super(scope, id, props);
    this.apiObjects.forEach((object, index) => {
      rememberSource(object, new.target);
      reviewIncluded(object, { file: props.url, index });
    });
  }
}
