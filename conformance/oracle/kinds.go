package main

import (
	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/registry/rest"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/core/service"
)

// kind is how the registry creates and updates objects of one kind.
type kind struct {
	resource string
	strategy interface {
		rest.RESTCreateStrategy
		rest.RESTUpdateStrategy
	}
}

var kinds = map[schema.GroupVersionKind]kind{
	corev1.SchemeGroupVersion.WithKind("Pod"):                   {"pods", pod.Strategy},
	corev1.SchemeGroupVersion.WithKind("PodTemplate"):           {"podtemplates", podtemplate.Strategy},
	corev1.SchemeGroupVersion.WithKind("ReplicationController"): {"replicationcontrollers", replicationcontroller.Strategy},
	corev1.SchemeGroupVersion.WithKind("Service"):               {"services", service.Strategy},
	appsv1.SchemeGroupVersion.WithKind("ReplicaSet"):            {"replicasets", replicaset.Strategy},
	appsv1.SchemeGroupVersion.WithKind("Deployment"):            {"deployments", deployment.Strategy},
	appsv1.SchemeGroupVersion.WithKind("StatefulSet"):           {"statefulsets", statefulset.Strategy},
	appsv1.SchemeGroupVersion.WithKind("DaemonSet"):             {"daemonsets", daemonset.Strategy},
	batchv1.SchemeGroupVersion.WithKind("Job"):                  {"jobs", job.Strategy},
	batchv1.SchemeGroupVersion.WithKind("CronJob"):              {"cronjobs", cronjob.Strategy},
}

// podIn is the pod that an object is or makes; nil when there is none.
func podIn(object runtime.Object) (*metav1.ObjectMeta, *corev1.PodSpec) {
	var template *corev1.PodTemplateSpec
	switch o := object.(type) {
	case *corev1.Pod:
		return &o.ObjectMeta, &o.Spec
	case *corev1.PodTemplate:
		template = &o.Template
	case *corev1.ReplicationController:
		template = o.Spec.Template
	case *appsv1.ReplicaSet:
		template = &o.Spec.Template
	case *appsv1.Deployment:
		template = &o.Spec.Template
	case *appsv1.StatefulSet:
		template = &o.Spec.Template
	case *appsv1.DaemonSet:
		template = &o.Spec.Template
	case *batchv1.Job:
		template = &o.Spec.Template
	case *batchv1.CronJob:
		template = &o.Spec.JobTemplate.Spec.Template
	}
	if template == nil {
		return nil, nil
	}
	return &template.ObjectMeta, &template.Spec
}
