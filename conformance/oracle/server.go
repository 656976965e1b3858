package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	kjson "k8s.io/apimachinery/pkg/runtime/serializer/json"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	core "k8s.io/kubernetes/pkg/apis/core"
)

const defaultNamespace = "default"

// server is the part of kube-apiserver between the request's body and the storage.
type server struct {
	strict    runtime.Decoder
	plugins   plugins
	standards *standards
	full      fullness
}

// fullness says which answers carry the defaulted object: "" none, "accepted" those of accepted ones, anything else all.
type fullness string

func newServer(full fullness) (*server, error) {
	standards, err := newStandards()
	if err != nil {
		return nil, err
	}
	s := kjson.NewSerializerWithOptions(kjson.DefaultMetaFactory, legacyscheme.Scheme, legacyscheme.Scheme, kjson.SerializerOptions{Strict: true})
	return &server{strict: s, plugins: newPlugins(), standards: standards, full: full}, nil
}

func (s *server) answerLine(line []byte) Answer {
	var q Question
	if err := json.Unmarshal(line, &q); err != nil {
		return Answer{Stage: "input", Message: err.Error()}
	}
	return s.answer(q)
}

func (s *server) answer(q Question) (a Answer) {
	a.ID = q.ID
	defer func() {
		if crash := recover(); crash != nil {
			a = Answer{ID: q.ID, Stage: "panic", Message: fmt.Sprintf("%v\n%s", crash, debug.Stack())}
		}
	}()
	if q.Image != nil {
		return answerImage(a, *q.Image)
	}
	object, err := s.read(q.Manifest)
	if err != nil {
		a.Stage, a.Message = "decode", err.Error()
		return a
	}
	kind, known := kinds[object.gvk]
	if !known {
		a.Stage, a.Message = "kind", fmt.Sprintf("%s is not a kind that this program knows", object.gvk)
		return a
	}
	said := &warnings{}
	r := request{kind: kind, object: object, ctx: warning.WithWarningRecorder(context.Background(), said)}
	if s.full != "" {
		// Now: what follows must not be seen in it.
		a.Defaulted = r.stored()
	}
	if q.Old == nil {
		r.prepare("create")
		err = s.create(&r)
	} else {
		old, oldErr := s.read(q.Old)
		if oldErr == nil && old.gvk != object.gvk {
			oldErr = fmt.Errorf("the old object is a %s", old.gvk)
		}
		if oldErr != nil {
			a.Stage, a.Message = "old", oldErr.Error()
			return a
		}
		r.prepare("update")
		err = r.update(old)
	}
	a.Warnings = said.texts
	a.judge(err)
	if s.full == "accepted" && !a.Accepted {
		a.Defaulted = nil
	}
	if a.Stage == "admission" {
		return a
	}
	if pod, ok := object.internal.(*core.Pod); ok {
		a.QOS = string(pod.Status.QOSClass)
	}
	a.PSS = s.standards.check(object.versioned)
	return a
}

func (a *Answer) judge(err error) {
	var refusal pluginRefusal
	switch {
	case err == nil:
		a.Accepted = true
	case errors.As(err, &refusal):
		a.Stage, a.Message = "admission", refusal.Error()
	default:
		a.Stage = "validate"
		if status, ok := err.(apierrors.APIStatus); ok && status.Status().Details != nil {
			for _, cause := range status.Status().Details.Causes {
				a.Errors = append(a.Errors, Cause{string(cause.Type), cause.Field, cause.Message})
			}
		}
		if len(a.Errors) == 0 {
			a.Message = err.Error()
		}
	}
}

// decoded is one object in both of its forms: as the API writes it, defaulted, and as the server's own code sees it.
type decoded struct {
	gvk       schema.GroupVersionKind
	versioned runtime.Object
	internal  runtime.Object
	meta      metav1.Object
}

func (s *server) read(raw []byte) (*decoded, error) {
	versioned, gvk, err := s.strict.Decode(raw, nil, nil)
	if err != nil {
		return nil, err
	}
	legacyscheme.Scheme.Default(versioned)
	internal, err := legacyscheme.Scheme.ConvertToVersion(versioned, runtime.InternalGroupVersioner)
	if err != nil {
		return nil, err
	}
	d := &decoded{gvk: *gvk, versioned: versioned, internal: internal}
	// Kinds without metadata (DeleteOptions, say) are refused as unknown after this.
	d.meta, _ = meta.Accessor(internal)
	return d, nil
}

type request struct {
	kind   kind
	object *decoded
	ctx    context.Context
}

func (r *request) prepare(verb string) {
	m := r.object.meta
	m.SetManagedFields(nil)
	if m.GetNamespace() == "" {
		m.SetNamespace(defaultNamespace)
	}
	gvk := r.object.gvk
	r.ctx = genericapirequest.WithNamespace(r.ctx, m.GetNamespace())
	r.ctx = genericapirequest.WithRequestInfo(r.ctx, &genericapirequest.RequestInfo{
		IsResourceRequest: true, Verb: verb, APIGroup: gvk.Group, APIVersion: gvk.Version,
		Namespace: m.GetNamespace(), Resource: r.kind.resource, Name: m.GetName(),
	})
}

func (s *server) create(r *request) error {
	m := r.object.meta
	if service, ok := r.object.internal.(*core.Service); ok && len(service.Spec.ClusterIPs) == 0 && service.Spec.ClusterIP != "" {
		// The registry of Services does so before it validates.
		service.Spec.ClusterIPs = []string{service.Spec.ClusterIP}
	}
	if m.GetName() == "" && m.GetGenerateName() != "" {
		m.SetName(r.kind.strategy.GenerateName(m.GetGenerateName()))
	}
	rest.FillObjectMetaSystemFields(m)
	pod, ok := r.object.internal.(*core.Pod)
	if !ok {
		return rest.BeforeCreate(r.kind.strategy, r.ctx, r.object.internal)
	}
	asked := s.plugins.askedAbout(pod)
	if err := asked.admit(r.ctx, pod); err != nil {
		return err
	}
	if err := rest.BeforeCreate(r.kind.strategy, r.ctx, pod); err != nil {
		return err
	}
	return asked.validate(r.ctx, pod)
}

func (r *request) update(old *decoded) error {
	m, o := r.object.meta, old.meta
	// The old object as the storage would have it: created by this server, and unchanged since the user read it.
	o.SetNamespace(m.GetNamespace())
	rest.FillObjectMetaSystemFields(o)
	o.SetResourceVersion("1")
	m.SetResourceVersion("1")
	if m.GetUID() == "" {
		m.SetUID(o.GetUID())
	} else {
		o.SetUID(m.GetUID())
	}
	m.SetCreationTimestamp(o.GetCreationTimestamp())
	r.kind.strategy.PrepareForCreate(r.ctx, old.internal)
	return rest.BeforeUpdate(r.kind.strategy, r.ctx, r.object.internal, old.internal)
}

type warnings struct{ texts []string }

func (w *warnings) AddWarning(_, text string) { w.texts = append(w.texts, text) }
