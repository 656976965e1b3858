package main

import (
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	core "k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/endpoint"
	"k8s.io/kubernetes/pkg/registry/core/event"
	"k8s.io/kubernetes/pkg/registry/core/limitrange"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/node"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolume"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
)

// addCore lists the core group by hand: the server's own list of it wants a running etcd and kubelets.
func (s *served) addCore() error {
	builtIn := newAPI(legacyscheme.Scheme)
	for _, k := range []struct {
		resource string
		example  runtime.Object
		strategy strategy
	}{
		{"configmaps", &core.ConfigMap{}, configmap.Strategy},
		{"endpoints", &core.Endpoints{}, endpoint.Strategy},
		{"events", &core.Event{}, event.Strategy},
		{"limitranges", &core.LimitRange{}, limitrange.Strategy},
		{"namespaces", &core.Namespace{}, namespace.Strategy},
		{"nodes", &core.Node{}, node.Strategy},
		{"persistentvolumes", &core.PersistentVolume{}, persistentvolume.Strategy},
		{"persistentvolumeclaims", &core.PersistentVolumeClaim{}, persistentvolumeclaim.Strategy},
		{"pods", &core.Pod{}, pod.Strategy},
		{"podtemplates", &core.PodTemplate{}, podtemplate.Strategy},
		{"replicationcontrollers", &core.ReplicationController{}, replicationcontroller.Strategy},
		{"resourcequotas", &core.ResourceQuota{}, resourcequota.Strategy},
		{"secrets", &core.Secret{}, secret.Strategy},
		{"services", &core.Service{}, service.Strategy},
		{"serviceaccounts", &core.ServiceAccount{}, serviceaccount.Strategy},
	} {
		if err := s.add(builtIn, corev1.SchemeGroupVersion, k.resource, k.example, k.strategy); err != nil {
			return err
		}
	}
	return nil
}
