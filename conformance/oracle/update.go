package main

import (
	"context"
	"encoding/json"
	"fmt"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/generic/registry"
	"k8s.io/apiserver/pkg/registry/rest"
	core "k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/registry/core/pod"
)

// change is an update that is to be decided: two manifests as they are written.
type change struct {
	old, object       runtime.Object
	oldGVK, objectGVK schema.GroupVersionKind
	// raw is the old manifest, manifest the new one.
	raw, manifest json.RawMessage
	strategy      rest.RESTUpdateStrategy
}

// isLive says that an object was read from a cluster, which has given it these.
func isLive(m metav1.Object) bool {
	created := m.GetCreationTimestamp()
	return m.GetUID() != "" && m.GetResourceVersion() != "" && !created.IsZero()
}

// answerUpdate decides on the update of what was created by q.Old, as an apply of the new manifest asks for it: what the server has added
// to the old object, and the manifest says nothing new about, stays.
func (s *server) answerUpdate(a Answer, q Question, r request, said *warnings) Answer {
	r.subresource = q.Subresource
	c, refusal := r.kind.read(q)
	if refusal != nil {
		a.Stage, a.Message = refusal.stage, refusal.message
		return a
	}
	var err error
	if _, ok := r.object.internal.(*core.Service); ok {
		err = s.updateInClusters(&r, c)
	} else {
		err = s.updateIn(nil, &r, c)
	}
	a.Warnings = said.texts
	a.judge(err)
	if s.full == "all" || (s.full == "accepted" && a.Accepted) {
		a.Defaulted = r.written()
	}
	if a.Stage == "admission" || a.Stage == "old" {
		return a
	}
	if pod, ok := r.object.internal.(*core.Pod); ok {
		a.QOS = string(pod.Status.QOSClass)
	}
	if q.Subresource == "" {
		a.PSS = s.standards.check(r.object.versioned)
	}
	return a
}

func (k *kind) read(q Question) (*change, *refusal) {
	strategy, err := k.updating(q.Subresource)
	if err != nil {
		return nil, &refusal{"input", err.Error()}
	}
	object, objectGVK, err := k.api.strict.Decode(q.Manifest, nil, nil)
	if err != nil {
		return nil, &refusal{"decode", err.Error()}
	}
	old, oldGVK, err := k.api.strict.Decode(q.Old, nil, nil)
	if err == nil && oldGVK.GroupKind() != objectGVK.GroupKind() {
		err = fmt.Errorf("the old object is a %s", oldGVK.GroupKind())
	}
	if err != nil {
		return nil, &refusal{"old", err.Error()}
	}
	return &change{old, object, *oldGVK, *objectGVK, q.Old, q.Manifest, strategy}, nil
}

// updating is how the registry updates an object, or a part of it.
func (k *kind) updating(subresource string) (rest.RESTUpdateStrategy, error) {
	switch {
	case subresource == "":
		return k.strategy, nil
	case k.resource == "pods" && subresource == "resize":
		return pod.ResizeStrategy, nil
	case k.resource == "pods" && subresource == "ephemeralcontainers":
		return pod.EphemeralContainersStrategy, nil
	}
	return nil, fmt.Errorf("%s have no %s", k.resource, subresource)
}

// notCreated says that the old object was never accepted.
type notCreated struct{ error }

// updateInClusters tries one sort of cluster after the other; in those that refuse the old object there is nothing to update.
func (s *server) updateInClusters(r *request, c *change) error {
	var first error
	for _, storage := range s.services {
		attempt := *r
		err := s.updateIn(storage, &attempt, c)
		if err == nil {
			*r = attempt
			return nil
		}
		// A refusal of the update says more than one of the old object.
		if _, nothing := first.(notCreated); first == nil || nothing {
			first = err
		}
	}
	return first
}

// updateIn creates the old object, in a storage if its kind has one of its own, and updates it.
func (s *server) updateIn(storage *registry.Store, r *request, c *change) error {
	if m, err := meta.Accessor(c.old); err == nil {
		r.live = isLive(m)
	}
	old, release, err := s.hold(storage, r.kind, c, r.live)
	if err != nil {
		return notCreated{err}
	}
	defer release()
	r.old = old
	object := c.object.DeepCopyObject()
	keepUnchanged(object, c.old, old.versioned, c.manifest)
	if r.object, err = r.kind.api.accept(object, c.objectGVK); err != nil {
		return err
	}
	return s.update(storage, r, c.strategy)
}

// hold creates an object and gives it back as the cluster has it when somebody changes it, with what releases its addresses.
func (s *server) hold(storage *registry.Store, kind *kind, c *change, live bool) (old *decoded, release func(), err error) {
	written, err := kind.api.accept(c.old.DeepCopyObject(), c.oldGVK)
	if err != nil {
		return nil, nil, err
	}
	if m, err := meta.Accessor(c.object); err == nil && written.meta.GetNamespace() == "" {
		// One of the two says where both are.
		written.meta.SetNamespace(m.GetNamespace())
	}
	// What is live has a version and containers that nobody may create.
	written.meta.SetResourceVersion("")
	r := request{kind: kind, object: written.with(written.internal.DeepCopyObject()), ctx: context.Background()}
	if pod, ok := r.object.internal.(*core.Pod); ok {
		pod.Spec.EphemeralContainers = nil
	}
	r.prepare("create")
	release = func() {}
	if storage == nil {
		err = s.create(&r)
	} else {
		release, err = s.createService(&r, storage)
	}
	if err != nil {
		return nil, nil, err
	}
	settle(r.object.internal, written.internal, c.raw, live)
	stored, err := kind.api.fromStorage(r.object)
	if err != nil {
		release()
		return nil, nil, err
	}
	stored.meta.SetResourceVersion("1")
	if live {
		stored.meta.SetUID(written.meta.GetUID())
		stored.meta.SetDeletionTimestamp(written.meta.GetDeletionTimestamp())
		stored.meta.SetDeletionGracePeriodSeconds(written.meta.GetDeletionGracePeriodSeconds())
	}
	return stored, release, nil
}

func (s *server) update(storage *registry.Store, r *request, strategy rest.RESTUpdateStrategy) error {
	m, old := r.object.meta, r.old.meta
	m.SetManagedFields(nil)
	r.prepareUpdate()
	if err := rest.EnsureObjectNamespaceMatchesRequestNamespace(old.GetNamespace(), m); err != nil {
		return err
	}
	if m.GetName() == "" {
		// Who applies a manifest sends it to where the object is.
		m.SetName(old.GetName())
	}
	if m.GetName() != old.GetName() {
		return apierrors.NewBadRequest(fmt.Sprintf("the name of the object (%s) does not match the name on the URL (%s)", m.GetName(), old.GetName()))
	}
	if m.GetUID() != "" && !r.live {
		old.SetUID(m.GetUID())
	}
	// Nobody else has changed the object since its user read it.
	m.SetResourceVersion(old.GetResourceVersion())
	dropDuplicateOwners(r.ctx, m)
	asked := s.plugins.askedAboutUpdate(r)
	if err := asked.admit(r); err != nil {
		return err
	}
	if storage != nil {
		finish, err := storage.BeginUpdate(r.ctx, r.object.internal, r.old.internal, &metav1.UpdateOptions{})
		if err != nil {
			return err
		}
		defer finish(r.ctx, false)
	}
	if err := rest.BeforeUpdate(strategy, r.ctx, r.object.internal, r.old.internal); err != nil {
		return err
	}
	return asked.validate(r)
}

// prepareUpdate asks for the update where the old object is.
func (r *request) prepareUpdate() {
	gvk, m := r.object.gvk, r.old.meta
	r.ctx = genericapirequest.WithUser(r.ctx, administrator)
	r.ctx = genericapirequest.WithNamespace(r.ctx, m.GetNamespace())
	r.ctx = genericapirequest.WithRequestInfo(r.ctx, &genericapirequest.RequestInfo{
		IsResourceRequest: true, Verb: "update", APIGroup: gvk.Group, APIVersion: gvk.Version,
		Namespace: m.GetNamespace(), Resource: r.kind.resource, Subresource: r.subresource, Name: m.GetName(),
	})
}
