package main

import (
	"context"
	"encoding/json"
	"reflect"

	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kubernetes/pkg/apis/batch"
	core "k8s.io/kubernetes/pkg/apis/core"
)

// stored is the object as its registry would store it: defaulted, prepared, and written from the server's own form. Without what a manifest
// cannot tell: the status, generated names and selectors, and what the server's metadata and admission plugins add, but the tolerations that
// every new pod gets. Nil for an object that has no metadata, or that the registry does not take at all.
func (s *server) stored(r *request) (written json.RawMessage) {
	defer func() {
		if recover() != nil {
			// The registry prepares what it has not validated yet; a crash of its own shows again where it creates the object.
			written = nil
		}
	}()
	object := r.object.internal.DeepCopyObject()
	m, err := meta.Accessor(object)
	if err != nil {
		return nil
	}
	given := metav1.ObjectMeta{Name: m.GetName(), Generation: m.GetGeneration(), Namespace: m.GetNamespace()}
	inner := &request{kind: r.kind, object: &decoded{gvk: r.object.gvk, internal: object, meta: m}, ctx: context.Background()}
	inner.prepare("create")
	if _, ok := object.(*core.Pod); ok {
		if err := (askedPlugins{s.plugins.tolerations}).admit(inner); err != nil {
			return nil
		}
	}
	keepJob := jobKeeper(object)
	r.kind.strategy.PrepareForCreate(inner.ctx, object)
	keepJob()
	m.SetName(given.Name)
	m.SetGeneration(given.Generation)
	m.SetNamespace(given.Namespace)
	versioned, err := r.kind.api.scheme.ConvertToVersion(object, r.object.gvk.GroupVersion())
	if err != nil {
		return nil
	}
	if status := reflect.ValueOf(versioned).Elem().FieldByName("Status"); status.IsValid() {
		status.SetZero()
	}
	written, _ = json.Marshal(versioned)
	return written
}

// written is the object of an update as its registry stores it, without its status and what the server's metadata have.
func (r *request) written() json.RawMessage {
	versioned, err := r.kind.api.scheme.ConvertToVersion(r.object.internal, r.object.gvk.GroupVersion())
	if err != nil {
		return nil
	}
	m, err := meta.Accessor(versioned)
	if err != nil {
		return nil
	}
	m.SetUID("")
	m.SetResourceVersion("")
	m.SetGeneration(0)
	m.SetCreationTimestamp(metav1.Time{})
	if status := reflect.ValueOf(versioned).Elem().FieldByName("Status"); status.IsValid() {
		status.SetZero()
	}
	written, _ := json.Marshal(versioned)
	return written
}

// jobKeeper remembers the selector and labels of a Job, and gives back what puts them there again: the server makes them from its uid.
func jobKeeper(object runtime.Object) func() {
	job, ok := object.(*batch.Job)
	if !ok || (job.Spec.ManualSelector != nil && *job.Spec.ManualSelector) {
		return func() {}
	}
	before := job.DeepCopy()
	return func() {
		job.Spec.Selector, job.Spec.Template.Labels = before.Spec.Selector, before.Spec.Template.Labels
	}
}
