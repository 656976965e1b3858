"""Reviews manifests without constructs: lines of JSON in, a line of JSON out for each."""

import json
import sys

from cdk8s_pods import Admission

FIELDS = ("severity", "type", "subject", "code", "field", "at", "keys", "message", "expected", "meant", "hint")

for line in sys.stdin:
    review = Admission.review(json.loads(line), kubernetes_version="1.36", advice=True)
    answer = {
        "allowed": review.allowed,
        "reviewed": review.reviewed,
        "findings": [{name: getattr(finding, name) for name in FIELDS} for finding in review.findings],
        "defaulted": review.defaulted,
        "qosClass": review.qos_class,
        "podSecurity": [review.pod_security.baseline, review.pod_security.restricted, review.pod_security.reasons],
    }
    print(json.dumps(answer))
