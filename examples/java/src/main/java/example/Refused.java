package example;

import io.github.cdk8s_pods.Admission;
import io.github.cdk8s_pods.AdmissionOptions;
import io.github.cdk8s_pods.App;
import io.github.cdk8s_pods.Container;
import io.github.cdk8s_pods.Deployment;
import io.github.cdk8s_pods.Pod;
import io.github.cdk8s_pods.PodTemplateProps;
import io.github.cdk8s_pods.Probe;
import io.github.cdk8s_pods.Service;
import io.github.cdk8s_pods.Sidecar;
import io.github.cdk8s_pods.k8s.ContainerPort;
import io.github.cdk8s_pods.k8s.EnvVar;
import io.github.cdk8s_pods.k8s.EnvVarSource;
import io.github.cdk8s_pods.k8s.HTTPGetAction;
import io.github.cdk8s_pods.k8s.ObjectMeta;
import io.github.cdk8s_pods.k8s.ServicePort;
import io.github.cdk8s_pods.k8s.VolumeMount;
import java.util.List;
import java.util.Map;
import org.cdk8s.Chart;

/** The app of examples/python/refused.py and twin.ts. */
public final class Refused {
    private Refused() {
    }

    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "shop");
        Admission.of(app).configure(AdmissionOptions.builder().podSecurity("baseline").advice(true).build());
        Admission.of(app).suppress("advice/memory-request", "set by a LimitRange");

        Deployment web = Deployment.Builder.create(chart, "web")
            .replicas(-1)
            .template(PodTemplateProps.builder().hostNetwork(true).build())
            .build();
        Sidecar.Builder.create(web, "log").image("alpine:3.20").imagePullPolicy("Sometimes").build();
        Container.Builder.create(web, "app")
            .image("web")
            .ports(List.of(ContainerPort.builder().containerPort(80).build(), ContainerPort.builder().containerPort(70000).build()))
            .env(Map.of("HOST", EnvVarSource.builder().build()))
            .readinessProbe(Probe.httpGet(HTTPGetAction.builder().port(0).build()))
            .build();

        Pod pod = Pod.Builder.create(chart, "pod").metadata(ObjectMeta.builder().name("pod").build()).restartPolicy("Sometimes").build();
        Container.Builder.create(pod, "app")
            .image("app:1")
            .env(List.of(EnvVar.builder().name("A").value("1").build(), EnvVar.builder().name("A").value("2").build()))
            .volumeMounts(List.of(VolumeMount.builder().name("none").mountPath("/none").build()))
            .build();

        Service.Builder.create(chart, "front")
            .selectorFor(web)
            .ports(List.of(ServicePort.builder().port(80).targetPort("http").build()))
            .build();

        try {
            app.synth();
        } catch (RuntimeException error) {
            // jsii's runtime adds the message once more, with lines of its own.
            System.out.println(error.getMessage().split("\n@jsii/kernel", 2)[0]);
            System.exit(1);
        }
    }
}
