"""A web app with an init container, a log-shipping sidecar and a volume that both share: `twin.ts` is the same app in TypeScript."""

from cdk8s import Chart
from cdk8s_pods import (
    Admission,
    App,
    ConfigMap,
    Container,
    Deployment,
    DownwardEnv,
    EnvFrom,
    EnvSource,
    Ingress,
    InitContainer,
    Labels,
    PodTemplateProps,
    PolicyRule,
    Probe,
    Role,
    Service,
    Sidecar,
    Spread,
    Volume,
    k8s,
)

app = App()
chart = Chart(app, "shop")
Admission.of(app).configure(kubernetes_version="1.35", pod_security="baseline")

settings = ConfigMap(chart, "settings", metadata=k8s.ObjectMeta(name="settings"), append_hash=True)

web = Deployment(
    chart,
    "web",
    replicas=2,
    strategy=k8s.DeploymentStrategy(rolling_update=k8s.RollingUpdateDeployment(max_surge="25%", max_unavailable=0)),
    template=PodTemplateProps(
        metadata=k8s.ObjectMeta(labels={"app": "web"}),
        termination_grace_period_seconds=60,
        topology_spread_constraints=[Spread.over_zones(Labels.match({"app": "web"}), when_unsatisfiable="ScheduleAnyway")],
    ),
)

logs = Volume.empty_dir("logs", size_limit="1Gi")

InitContainer(web, "wait-for-db", image="busybox:1.36", command=["sh", "-c", "until nslookup mydb; do sleep 2; done"])
Sidecar(
    web,
    "logshipper",
    image="alpine:3.20",
    command=["sh", "-c", "tail -F /logs/access.log"],
    volume_mounts=[logs.mount("/logs", read_only=True)],
)
Container(
    web,
    "app",
    image="ghcr.io/acme/web:1.4.2",
    ports=[k8s.ContainerPort(name="http", container_port=8080)],
    # The order of a dict is the order of the variables.
    env={
        "LOG_LEVEL": "yes",
        "POD_NAME": DownwardEnv.pod_name(),
        "CPU_LIMIT": DownwardEnv.limits_cpu(divisor="1m"),
        "PASSWORD": EnvSource.secret_key("db", "password"),
    },
    env_from=[EnvFrom.config_map(settings, prefix="SHOP_")],
    resources=k8s.ResourceRequirements(requests={"cpu": "200m", "memory": "256Mi"}, limits={"memory": "256Mi"}),
    volume_mounts=[logs.mount("/var/log/app")],
    readiness_probe=Probe.http_get(k8s.HTTPGetAction(path="/ready", port="http"), period_seconds=5),
    liveness_probe=Probe.tcp_socket(k8s.TCPSocketAction(port=8080)),
)

front = Service(chart, "front", selector_for=web, ports=[k8s.ServicePort(name="http", port=80, target_port="http")])
Ingress(chart, "ingress", default_backend=front.backend("http"))
Role(chart, "role", rules=PolicyRule.for_kinds(["ConfigMap"], ["get"], resource_names=[settings]))

# What refers to the ConfigMap has the name with the hash of all of this.
settings.add_data("CURRENCY", "EUR")

app.synth()
