package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	kjson "k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/endpoints/handlers"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/generic/registry"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
	core "k8s.io/kubernetes/pkg/apis/core"
)

const defaultNamespace = "default"

// server is the part of kube-apiserver between the request's body and the storage.
type server struct {
	served    *served
	services  clusters
	plugins   plugins
	standards *standards
	full      fullness
}

// fullness says which answers carry the defaulted object: "" none, "accepted" those of accepted ones, anything else all.
type fullness string

func newServer(full fullness) (*server, error) {
	served, err := newServed()
	if err != nil {
		return nil, err
	}
	services, err := newClusters()
	if err != nil {
		return nil, err
	}
	plugins, err := newPlugins()
	if err != nil {
		return nil, err
	}
	standards, err := newStandards()
	if err != nil {
		return nil, err
	}
	return &server{served, services, plugins, standards, full}, nil
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
	kind, refusal := s.find(q.Manifest)
	if refusal != nil {
		a.Stage, a.Message = refusal.stage, refusal.message
		return a
	}
	object, err := kind.api.read(q.Manifest)
	if err != nil {
		a.Stage, a.Message = "decode", err.Error()
		return a
	}
	said := &warnings{}
	said.AddWarning("", kind.deprecated)
	r := request{kind: kind, object: object, ctx: warning.WithWarningRecorder(context.Background(), said)}
	if q.Old != nil {
		return s.answerUpdate(a, q, r, said)
	}
	if s.full != "" {
		// Now: what follows must not be seen in it.
		a.Defaulted = s.stored(&r)
	}
	r.prepare("create")
	err = s.create(&r)
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
	var old notCreated
	switch {
	case err == nil:
		a.Accepted = true
	case errors.As(err, &old):
		a.Stage, a.Message = "old", old.Error()
	case errors.As(err, &refusal):
		a.Stage, a.Message = "admission", refusal.Error()
	case apierrors.IsBadRequest(err):
		a.Stage, a.Message = "decode", err.Error()
	default:
		a.Stage = "validate"
		if status, ok := err.(apierrors.APIStatus); ok && status.Status().Details != nil {
			for _, cause := range status.Status().Details.Causes {
				a.Errors = append(a.Errors, causeOf(cause))
			}
		}
		if len(a.Errors) == 0 {
			a.Message = err.Error()
		}
	}
}

// causeOf names the type of an error inside the server too: there the API leaves it out.
func causeOf(cause metav1.StatusCause) Cause {
	if cause.Type == "" {
		cause.Type = metav1.CauseType(field.ErrorTypeInternal)
	}
	return Cause{string(cause.Type), cause.Field, cause.Message}
}

// refusal says that nothing is served at the path that a manifest belongs to.
type refusal struct{ stage, message string }

// find looks for the kind that a manifest says it is; what says none is left to decoding, and taken as a Pod.
func (s *server) find(raw []byte) (*kind, *refusal) {
	gvk, err := kjson.DefaultMetaFactory.Interpret(raw)
	if err != nil || gvk.Version == "" || gvk.Kind == "" {
		gvk = &podKind
	}
	switch s.served.standingOf(*gvk) {
	case known:
		kind := s.served.kinds[*gvk]
		return &kind, nil
	case unserved:
		return nil, &refusal{"unserved", fmt.Sprintf("the server serves no %s of %s", gvk.Kind, gvk.GroupVersion())}
	default:
		return nil, &refusal{"kind", fmt.Sprintf("%s is not a kind that this program knows", gvk)}
	}
}

var podKind = corev1.SchemeGroupVersion.WithKind("Pod")

// decoded is one object in both of its forms: as the API writes it, defaulted, and as the server's own code sees it.
type decoded struct {
	gvk       schema.GroupVersionKind
	versioned runtime.Object
	internal  runtime.Object
	meta      metav1.Object
}

func (a *apiGroup) read(raw []byte) (*decoded, error) {
	versioned, gvk, err := a.strict.Decode(raw, nil, nil)
	if err != nil {
		return nil, err
	}
	return a.accept(versioned, *gvk)
}

// accept sets the defaults of a decoded object and converts it into the server's form.
func (a *apiGroup) accept(versioned runtime.Object, gvk schema.GroupVersionKind) (*decoded, error) {
	a.scheme.Default(versioned)
	written := versioned.DeepCopyObject()
	// As the server's codec does: without a copy, so that what two fields share stays shared (the labels of a Job and its template).
	internal, err := runtime.UnsafeObjectConvertor(a.scheme).ConvertToVersion(versioned, runtime.InternalGroupVersioner)
	if err != nil {
		return nil, err
	}
	meta, err := meta.Accessor(internal)
	return &decoded{gvk: gvk, versioned: written, internal: internal, meta: meta}, err
}

// with is the same with another object in the server's form.
func (d *decoded) with(internal runtime.Object) *decoded {
	m, err := meta.Accessor(internal)
	if err != nil {
		panic(err)
	}
	return &decoded{gvk: d.gvk, versioned: d.versioned, internal: internal, meta: m}
}

// request is one that creates its object, or updates old through it.
type request struct {
	kind   *kind
	object *decoded
	old    *decoded
	// live says that the old object was read from a cluster.
	live        bool
	subresource string
	ctx         context.Context
}

func (r *request) prepare(verb string) {
	m := r.object.meta
	m.SetManagedFields(nil)
	namespaced := r.kind.strategy.NamespaceScoped()
	if namespaced && m.GetNamespace() == "" {
		m.SetNamespace(defaultNamespace)
	}
	if !namespaced {
		m.SetNamespace("")
	}
	gvk := r.object.gvk
	r.ctx = genericapirequest.WithNamespace(r.ctx, m.GetNamespace())
	r.ctx = genericapirequest.WithRequestInfo(r.ctx, &genericapirequest.RequestInfo{
		IsResourceRequest: true, Verb: verb, APIGroup: gvk.Group, APIVersion: gvk.Version,
		Namespace: m.GetNamespace(), Resource: r.kind.resource, Name: m.GetName(),
	})
}

// administrator may do everything: what a user may do is nothing that a manifest can be judged by.
var administrator = &user.DefaultInfo{Name: "kubernetes-admin", Groups: []string{user.SystemPrivilegedGroup, user.AllAuthenticated}}

func (s *server) create(r *request) error {
	if service, ok := r.object.internal.(*core.Service); ok {
		return s.services.try(func(storage *registry.Store) error {
			attempt := *r
			attempt.object = r.object.with(service.DeepCopy())
			release, err := s.createService(&attempt, storage)
			if err == nil {
				release()
			}
			return err
		})
	}
	asked, err := s.admitNew(r)
	if err != nil {
		return err
	}
	if err := rest.BeforeCreate(r.kind.strategy, r.ctx, r.object.internal); err != nil {
		return err
	}
	return asked.validate(r)
}

// admitNew does what comes before the rules, with the plugins that have been asked.
func (s *server) admitNew(r *request) (askedPlugins, error) {
	m := r.object.meta
	r.ctx = genericapirequest.WithUser(r.ctx, administrator)
	rest.WipeObjectMetaSystemFields(m)
	dropDuplicateOwners(r.ctx, m)
	generated := m.GetName() == "" && m.GetGenerateName() != ""
	if generated {
		m.SetName(r.kind.strategy.GenerateName(m.GetGenerateName()))
	}
	rest.FillObjectMetaSystemFields(m)
	asked := s.plugins.askedAbout(r)
	if err := asked.admit(r); err != nil {
		return nil, err
	}
	if generated {
		// The store may try several names, each on a copy: a map that defaulting has put in two places becomes two.
		*r.object = *r.object.with(r.object.internal.DeepCopyObject())
	}
	return asked, nil
}

// createService gives back what releases the addresses and ports of the Service.
func (s *server) createService(r *request, storage *registry.Store) (release func(), err error) {
	if _, err := s.admitNew(r); err != nil {
		return nil, err
	}
	// No dry run, in which ports out of the range pass.
	finish, err := storage.BeginCreate(r.ctx, r.object.internal, &metav1.CreateOptions{})
	if err != nil {
		return nil, err
	}
	release = func() { finish(r.ctx, false) }
	if err := rest.BeforeCreate(r.kind.strategy, r.ctx, r.object.internal); err != nil {
		release()
		return nil, err
	}
	return release, nil
}

// dropDuplicateOwners does and says what the server does with an owner that is listed twice.
func dropDuplicateOwners(ctx context.Context, m metav1.Object) {
	var owners []metav1.OwnerReference
	var duplicates []string
	for _, owner := range m.GetOwnerReferences() {
		if slices.ContainsFunc(owners, func(other metav1.OwnerReference) bool { return reflect.DeepEqual(other, owner) }) {
			duplicates = append(duplicates, string(owner.UID))
		} else {
			owners = append(owners, owner)
		}
	}
	if len(duplicates) > 0 {
		m.SetOwnerReferences(owners)
		warning.AddWarning(ctx, "", fmt.Sprintf(handlers.DuplicateOwnerReferencesWarningFormat, strings.Join(duplicates, ", ")))
	}
}

// warnings are those that the server sends: of the same text, one.
type warnings struct{ texts []string }

func (w *warnings) AddWarning(_, text string) {
	if text != "" && !slices.Contains(w.texts, text) {
		w.texts = append(w.texts, text)
	}
}
