"""What the API server would refuse is refused before a file is written, every finding at once."""

import sys

from cdk8s import Chart
from cdk8s_pods import Admission, App, Container, Deployment, Pod, PodTemplateProps, Probe, Service, Sidecar, k8s

app = App()
chart = Chart(app, "shop")
Admission.of(app).configure(pod_security="baseline", advice=True)
Admission.of(app).suppress("advice/memory-request", "set by a LimitRange")

web = Deployment(chart, "web", replicas=-1, template=PodTemplateProps(host_network=True))
Sidecar(web, "log", image="alpine:3.20", image_pull_policy="Sometimes")
Container(
    web,
    "app",
    image="web",
    ports=[k8s.ContainerPort(container_port=80), k8s.ContainerPort(container_port=70000)],
    env={"HOST": k8s.EnvVarSource()},
    readiness_probe=Probe.http_get(k8s.HTTPGetAction(port=0)),
)

pod = Pod(chart, "pod", metadata=k8s.ObjectMeta(name="pod"), restart_policy="Sometimes")
Container(pod, "app", image="app:1", env=[k8s.EnvVar(name="A", value="1"), k8s.EnvVar(name="A", value="2")], volume_mounts=[k8s.VolumeMount(name="none", mount_path="/none")])

Service(chart, "front", selector_for=web, ports=[k8s.ServicePort(port=80, target_port="http")])

try:
    app.synth()
except RuntimeError as error:
    print(error)
    sys.exit(1)
