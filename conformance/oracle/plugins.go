package main

import (
	corev1 "k8s.io/api/core/v1"
	schedulingv1 "k8s.io/api/scheduling/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/initializer"
	"k8s.io/apiserver/pkg/util/feature"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/component-base/compatibility"
	"k8s.io/component-base/version"
	"k8s.io/kubernetes/pkg/apis/certificates"
	core "k8s.io/kubernetes/pkg/apis/core"
	apihelper "k8s.io/kubernetes/pkg/apis/core/helper"
	"k8s.io/kubernetes/pkg/apis/storage"
	"k8s.io/kubernetes/plugin/pkg/admission/certificates/subjectrestriction"
	"k8s.io/kubernetes/plugin/pkg/admission/defaulttolerationseconds"
	"k8s.io/kubernetes/plugin/pkg/admission/nodetaint"
	"k8s.io/kubernetes/plugin/pkg/admission/priority"
	"k8s.io/kubernetes/plugin/pkg/admission/runtimeclass"
	"k8s.io/kubernetes/plugin/pkg/admission/security/podsecurity"
	"k8s.io/kubernetes/plugin/pkg/admission/serviceaccount"
	"k8s.io/kubernetes/plugin/pkg/admission/storage/persistentvolume/resize"
	"k8s.io/kubernetes/plugin/pkg/admission/storage/storageobjectinuseprotection"
)

// plugins are those that are on by default and decide on more than the cluster's state, in a fresh cluster. Where the answer would hang
// on an object that the manifest names, the plugin is not asked: what a manifest names is taken to exist.
type plugins struct {
	priority, runtime, account, tolerations, security, taint, protection, subject, growth admission.Interface
}

// pluginRefusal is the answer of a plugin: one text for the whole object.
type pluginRefusal struct{ error }

func refusedByPlugin(err error) error {
	if apierrors.IsInvalid(err) {
		// This one names fields.
		return err
	}
	return pluginRefusal{err}
}

func newPlugins() (p plugins, err error) {
	preempt := corev1.PreemptLowerPriority
	cluster := fake.NewSimpleClientset(
		&schedulingv1.PriorityClass{ObjectMeta: metav1.ObjectMeta{Name: "system-cluster-critical"}, Value: 2000000000, PreemptionPolicy: &preempt},
		&schedulingv1.PriorityClass{ObjectMeta: metav1.ObjectMeta{Name: "system-node-critical"}, Value: 2000001000, PreemptionPolicy: &preempt},
		&corev1.ServiceAccount{ObjectMeta: metav1.ObjectMeta{Name: "default", Namespace: defaultNamespace}},
	)
	setup := setup{cluster, informers.NewSharedInformerFactory(cluster, 0)}
	for _, wanted := range []struct {
		plugin   *admission.Interface
		name     string
		register func(*admission.Plugins)
	}{
		{&p.priority, priority.PluginName, priority.Register},
		{&p.runtime, runtimeclass.PluginName, runtimeclass.Register},
		{&p.account, serviceaccount.PluginName, serviceaccount.Register},
		{&p.tolerations, defaulttolerationseconds.PluginName, defaulttolerationseconds.Register},
		{&p.security, podsecurity.PluginName, podsecurity.Register},
		{&p.taint, nodetaint.PluginName, nodetaint.Register},
		{&p.protection, storageobjectinuseprotection.PluginName, storageobjectinuseprotection.Register},
		{&p.subject, subjectrestriction.PluginName, subjectrestriction.Register},
		{&p.growth, resize.PluginName, resize.Register},
	} {
		registry := admission.NewPlugins()
		wanted.register(registry)
		if *wanted.plugin, err = registry.InitPlugin(wanted.name, nil, setup); err != nil {
			return p, err
		}
	}
	forever := make(chan struct{})
	setup.informers.Start(forever)
	setup.informers.WaitForCacheSync(forever)
	return p, nil
}

// setup gives each plugin what it asks for.
type setup struct {
	cluster   kubernetes.Interface
	informers informers.SharedInformerFactory
}

func (s setup) Initialize(plugin admission.Interface) {
	if wants, ok := plugin.(interface {
		InspectEffectiveVersion(compatibility.EffectiveVersion)
	}); ok {
		wants.InspectEffectiveVersion(compatibility.NewEffectiveVersionFromString(version.DefaultKubeBinaryVersion, "", ""))
	}
	if wants, ok := plugin.(initializer.WantsFeatures); ok {
		wants.InspectFeatureGates(feature.DefaultFeatureGate)
	}
	if wants, ok := plugin.(initializer.WantsExternalKubeClientSet); ok {
		wants.SetExternalKubeClientSet(s.cluster)
	}
	if wants, ok := plugin.(initializer.WantsExternalKubeInformerFactory); ok {
		wants.SetExternalKubeInformerFactory(s.informers)
	}
}

type askedPlugins []admission.Interface

func (p *plugins) askedAbout(r *request) askedPlugins {
	switch object := r.object.internal.(type) {
	case *core.Pod:
		return p.askedAboutPod(object)
	case *core.Namespace:
		return askedPlugins{p.security}
	case *core.Node:
		return askedPlugins{p.taint}
	case *core.PersistentVolume, *core.PersistentVolumeClaim, *storage.VolumeAttributesClass:
		return askedPlugins{p.protection}
	case *certificates.CertificateSigningRequest:
		return askedPlugins{p.subject}
	default:
		return nil
	}
}

func (p *plugins) askedAboutPod(pod *core.Pod) (asked askedPlugins) {
	asked = append(asked, p.tolerations)
	switch pod.Spec.PriorityClassName {
	case "", "system-cluster-critical", "system-node-critical":
		asked = append(asked, p.priority)
	}
	if pod.Spec.RuntimeClassName == nil {
		asked = append(asked, p.runtime)
	}
	if needsNoAccount(pod) {
		asked = append(asked, p.account)
	}
	return asked
}

// needsNoAccount says that no account has to be there but the default one, which is.
func needsNoAccount(pod *core.Pod) bool {
	_, mirror := pod.Annotations[corev1.MirrorPodAnnotationKey]
	account := pod.Spec.ServiceAccountName
	return account == "" || account == "default" || mirror
}

// askedAboutUpdate are those that act when an object is updated.
func (p *plugins) askedAboutUpdate(r *request) askedPlugins {
	switch object := r.object.internal.(type) {
	case *core.Pod:
		asked := askedPlugins{p.tolerations, p.priority}
		if needsNoAccount(object) {
			asked = append(asked, p.account)
		}
		return asked
	case *core.Namespace:
		return askedPlugins{p.security}
	case *core.PersistentVolumeClaim:
		if growthIsUpToClass(object, r.old.internal.(*core.PersistentVolumeClaim)) {
			return nil
		}
		return askedPlugins{p.growth}
	default:
		return nil
	}
}

// growthIsUpToClass says that only the claim's class decides on more storage: one that allows it, as far as a manifest can tell. A claim
// that names none has got the cluster's default one.
func growthIsUpToClass(claim, old *core.PersistentVolumeClaim) bool {
	class, before := apihelper.GetPersistentVolumeClaimClass(claim), apihelper.GetPersistentVolumeClaimClass(old)
	unnamed := claim.Spec.StorageClassName == nil && old.Spec.StorageClassName == nil
	return old.Status.Phase == core.ClaimBound && class == before && (class != "" || unnamed)
}

func (asked askedPlugins) admit(r *request) error {
	for _, plugin := range asked {
		if mutating, ok := plugin.(admission.MutationInterface); ok && plugin.Handles(r.operation()) {
			if err := mutating.Admit(r.ctx, r.attributes(), nil); err != nil {
				return refusedByPlugin(err)
			}
		}
	}
	return nil
}

func (asked askedPlugins) validate(r *request) error {
	for _, plugin := range asked {
		if validating, ok := plugin.(admission.ValidationInterface); ok && plugin.Handles(r.operation()) {
			if err := validating.Validate(r.ctx, r.attributes(), nil); err != nil {
				return refusedByPlugin(err)
			}
		}
	}
	return nil
}

func (r *request) attributes() admission.Attributes {
	gvk := r.object.gvk
	namespace := ""
	if r.kind.strategy.NamespaceScoped() {
		// Always the namespace whose account exists.
		namespace = defaultNamespace
	}
	resource := gvk.GroupVersion().WithResource(r.kind.resource)
	if r.old == nil {
		return admission.NewAttributesRecord(r.object.internal, nil, gvk, namespace, r.object.meta.GetName(), resource, "", admission.Create, &metav1.CreateOptions{}, false, administrator)
	}
	return admission.NewAttributesRecord(r.object.internal, r.old.internal, gvk, namespace, r.object.meta.GetName(), resource, r.subresource, admission.Update, &metav1.UpdateOptions{}, false, administrator)
}

func (r *request) operation() admission.Operation {
	if r.old == nil {
		return admission.Create
	}
	return admission.Update
}
