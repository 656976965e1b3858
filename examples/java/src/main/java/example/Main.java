package example;

import io.github.cdk8s_pods.Admission;
import io.github.cdk8s_pods.AdmissionOptions;
import io.github.cdk8s_pods.App;
import io.github.cdk8s_pods.ConfigMap;
import io.github.cdk8s_pods.Container;
import io.github.cdk8s_pods.ContainerResourceOptions;
import io.github.cdk8s_pods.Deployment;
import io.github.cdk8s_pods.DownwardEnv;
import io.github.cdk8s_pods.EnvFrom;
import io.github.cdk8s_pods.EnvFromOptions;
import io.github.cdk8s_pods.EnvSource;
import io.github.cdk8s_pods.Ingress;
import io.github.cdk8s_pods.InitContainer;
import io.github.cdk8s_pods.Labels;
import io.github.cdk8s_pods.MountOptions;
import io.github.cdk8s_pods.PodTemplateProps;
import io.github.cdk8s_pods.PolicyRule;
import io.github.cdk8s_pods.PolicyRuleOptions;
import io.github.cdk8s_pods.Probe;
import io.github.cdk8s_pods.ProbeOptions;
import io.github.cdk8s_pods.Role;
import io.github.cdk8s_pods.Service;
import io.github.cdk8s_pods.Sidecar;
import io.github.cdk8s_pods.Spread;
import io.github.cdk8s_pods.SpreadOptions;
import io.github.cdk8s_pods.Volume;
import io.github.cdk8s_pods.k8s.ContainerPort;
import io.github.cdk8s_pods.k8s.DeploymentStrategy;
import io.github.cdk8s_pods.k8s.EmptyDirVolumeSource;
import io.github.cdk8s_pods.k8s.HTTPGetAction;
import io.github.cdk8s_pods.k8s.ObjectMeta;
import io.github.cdk8s_pods.k8s.ResourceRequirements;
import io.github.cdk8s_pods.k8s.RollingUpdateDeployment;
import io.github.cdk8s_pods.k8s.ServicePort;
import io.github.cdk8s_pods.k8s.TCPSocketAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.Chart;

/** The app of examples/python/main.py and twin.ts. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "shop");
        Admission.of(app).configure(AdmissionOptions.builder().kubernetesVersion("1.35").podSecurity("baseline").build());

        ConfigMap settings = ConfigMap.Builder.create(chart, "settings")
            .metadata(ObjectMeta.builder().name("settings").build())
            .appendHash(true)
            .build();

        Deployment web = Deployment.Builder.create(chart, "web")
            .replicas(2)
            .strategy(DeploymentStrategy.builder()
                .rollingUpdate(RollingUpdateDeployment.builder().maxSurge("25%").maxUnavailable(0).build())
                .build())
            .template(PodTemplateProps.builder()
                .metadata(ObjectMeta.builder().labels(Map.of("app", "web")).build())
                .terminationGracePeriodSeconds(60)
                .topologySpreadConstraints(List.of(
                    Spread.overZones(Labels.match(Map.of("app", "web")), SpreadOptions.builder().whenUnsatisfiable("ScheduleAnyway").build())))
                .build())
            .build();

        Volume logs = Volume.emptyDir("logs", EmptyDirVolumeSource.builder().sizeLimit("1Gi").build());

        InitContainer.Builder.create(web, "wait-for-db")
            .image("busybox:1.36")
            .command(List.of("sh", "-c", "until nslookup mydb; do sleep 2; done"))
            .build();
        Sidecar.Builder.create(web, "logshipper")
            .image("alpine:3.20")
            .command(List.of("sh", "-c", "tail -F /logs/access.log"))
            .volumeMounts(List.of(logs.mount("/logs", MountOptions.builder().readOnly(true).build())))
            .build();

        // Variables are written in the order of the map, and Map.of has none.
        Map<String, Object> env = new LinkedHashMap<>();
        env.put("LOG_LEVEL", "yes");
        env.put("POD_NAME", DownwardEnv.podName());
        env.put("CPU_LIMIT", DownwardEnv.limitsCpu(ContainerResourceOptions.builder().divisor("1m").build()));
        env.put("PASSWORD", EnvSource.secretKey("db", "password"));
        Container.Builder.create(web, "app")
            .image("ghcr.io/acme/web:1.4.2")
            .ports(List.of(ContainerPort.builder().name("http").containerPort(8080).build()))
            .env(env)
            .envFrom(List.of(EnvFrom.configMap(settings, EnvFromOptions.builder().prefix("SHOP_").build())))
            .resources(ResourceRequirements.builder()
                .requests(Map.of("cpu", "200m", "memory", "256Mi"))
                .limits(Map.of("memory", "256Mi"))
                .build())
            .volumeMounts(List.of(logs.mount("/var/log/app")))
            .readinessProbe(Probe.httpGet(HTTPGetAction.builder().path("/ready").port("http").build(), ProbeOptions.builder().periodSeconds(5).build()))
            .livenessProbe(Probe.tcpSocket(TCPSocketAction.builder().port(8080).build()))
            .build();

        Service front = Service.Builder.create(chart, "front")
            .selectorFor(web)
            .ports(List.of(ServicePort.builder().name("http").port(80).targetPort("http").build()))
            .build();
        Ingress.Builder.create(chart, "ingress").defaultBackend(front.backend("http")).build();
        Role.Builder.create(chart, "role")
            .rules(PolicyRule.forKinds(List.of("ConfigMap"), List.of("get"), PolicyRuleOptions.builder().resourceNames(List.of(settings)).build()))
            .build();

        // What refers to the ConfigMap has the name with the hash of all of this.
        settings.addData("CURRENCY", "EUR");

        app.synth();
    }
}
