package main

import (
	"context"

	corev1 "k8s.io/api/core/v1"
	schedulingv1 "k8s.io/api/scheduling/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	core "k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/plugin/pkg/admission/priority"
	"k8s.io/kubernetes/plugin/pkg/admission/runtimeclass"
	"k8s.io/kubernetes/plugin/pkg/admission/serviceaccount"
)

// plugins are those that are on by default and look at pods, in a fresh cluster. Where the answer would hang on an object that
// the pod names, the plugin is not asked: what a manifest names is taken to exist.
type plugins struct{ priority, runtime, account plugin }

type plugin interface {
	admission.MutationInterface
	admission.ValidationInterface
}

// pluginRefusal is the answer of a plugin: one text for the whole object.
type pluginRefusal struct{ error }

func newPlugins() plugins {
	preempt := corev1.PreemptLowerPriority
	cluster := fake.NewSimpleClientset(
		&schedulingv1.PriorityClass{ObjectMeta: metav1.ObjectMeta{Name: "system-cluster-critical"}, Value: 2000000000, PreemptionPolicy: &preempt},
		&schedulingv1.PriorityClass{ObjectMeta: metav1.ObjectMeta{Name: "system-node-critical"}, Value: 2000001000, PreemptionPolicy: &preempt},
		&corev1.ServiceAccount{ObjectMeta: metav1.ObjectMeta{Name: "default", Namespace: defaultNamespace}},
	)
	known := informers.NewSharedInformerFactory(cluster, 0)
	p, r, a := priority.NewPlugin(), runtimeclass.NewRuntimeClass(), serviceaccount.NewServiceAccount()
	p.SetExternalKubeClientSet(cluster)
	r.SetExternalKubeClientSet(cluster)
	a.SetExternalKubeClientSet(cluster)
	p.SetExternalKubeInformerFactory(known)
	r.SetExternalKubeInformerFactory(known)
	a.SetExternalKubeInformerFactory(known)
	forever := make(chan struct{})
	known.Start(forever)
	known.WaitForCacheSync(forever)
	return plugins{priority: p, runtime: r, account: a}
}

type askedPlugins []plugin

func (p *plugins) askedAbout(pod *core.Pod) (asked askedPlugins) {
	switch pod.Spec.PriorityClassName {
	case "", "system-cluster-critical", "system-node-critical":
		asked = append(asked, p.priority)
	}
	if pod.Spec.RuntimeClassName == nil {
		asked = append(asked, p.runtime)
	}
	_, mirror := pod.Annotations[corev1.MirrorPodAnnotationKey]
	if account := pod.Spec.ServiceAccountName; account == "" || account == "default" || mirror {
		asked = append(asked, p.account)
	}
	return asked
}

func (asked askedPlugins) admit(ctx context.Context, pod *core.Pod) error {
	for _, plugin := range asked {
		if err := plugin.Admit(ctx, attributesOf(pod), nil); err != nil {
			return pluginRefusal{err}
		}
	}
	return nil
}

func (asked askedPlugins) validate(ctx context.Context, pod *core.Pod) error {
	for _, plugin := range asked {
		if err := plugin.Validate(ctx, attributesOf(pod), nil); err != nil {
			return pluginRefusal{err}
		}
	}
	return nil
}

func attributesOf(pod *core.Pod) admission.Attributes {
	// Always the namespace whose account exists.
	return admission.NewAttributesRecord(pod, nil, corev1.SchemeGroupVersion.WithKind("Pod"), defaultNamespace, pod.Name,
		corev1.SchemeGroupVersion.WithResource("pods"), "", admission.Create, &metav1.CreateOptions{}, false, nil)
}
