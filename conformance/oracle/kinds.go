package main

import (
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	kjson "k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apimachinery/pkg/util/version"
	"k8s.io/apiserver/pkg/endpoints/deprecation"
	"k8s.io/apiserver/pkg/registry/generic/registry"
	"k8s.io/apiserver/pkg/registry/rest"
	componentversion "k8s.io/component-base/version"
)

// strategy is how the registry creates and updates objects of one kind.
type strategy interface {
	rest.RESTCreateStrategy
	rest.RESTUpdateStrategy
}

// kind is a kind in one version that the server serves by default.
type kind struct {
	resource string
	api      *apiGroup
	strategy strategy
	// deprecated is the warning that each request of this version gets.
	deprecated string
}

// apiGroup is a part of the server with types of its own: its kinds are decoded and defaulted by one scheme.
type apiGroup struct {
	scheme *runtime.Scheme
	strict runtime.Decoder
}

func newAPI(scheme *runtime.Scheme) *apiGroup {
	return &apiGroup{scheme, kjson.NewSerializerWithOptions(kjson.DefaultMetaFactory, scheme, scheme, kjson.SerializerOptions{Strict: true})}
}

// served is everything that the server serves by default and that can be created.
type served struct {
	kinds  map[schema.GroupVersionKind]kind
	groups map[string]*apiGroup
}

func newServed() (*served, error) {
	s := &served{map[schema.GroupVersionKind]kind{}, map[string]*apiGroup{}}
	if err := s.addCore(); err != nil {
		return nil, err
	}
	if err := s.addGroups(); err != nil {
		return nil, err
	}
	return s, s.addOwnServers()
}

// add notes a kind by one of its internal objects.
func (s *served) add(api *apiGroup, gv schema.GroupVersion, resource string, example runtime.Object, strategy strategy) error {
	gvks, _, err := api.scheme.ObjectKinds(example)
	if err != nil {
		return err
	}
	gvk := gv.WithKind(gvks[0].Kind)
	versioned, err := api.scheme.New(gvk)
	if err != nil {
		return err
	}
	k := kind{resource: resource, api: api, strategy: strategy}
	versioned.GetObjectKind().SetGroupVersionKind(gvk)
	release := version.MustParse(componentversion.DefaultKubeBinaryVersion)
	if deprecation.IsDeprecated(versioned, int(release.Major()), int(release.Minor())) {
		k.deprecated = deprecation.WarningMessage(versioned)
	}
	s.kinds[gvk] = k
	s.groups[gvk.Group] = api
	return nil
}

// addStore notes what a store of the server creates; nothing for one that creates nothing.
func (s *served) addStore(api *apiGroup, gv schema.GroupVersion, resource string, store *registry.Store) error {
	if store == nil {
		return nil
	}
	strategy, ok := store.CreateStrategy.(strategy)
	if !ok {
		return nil
	}
	return s.add(api, gv, resource, store.NewFunc(), strategy)
}

// standing is what the server has at the path that a manifest belongs to.
type standing int

const (
	// foreign: an API that is none of this program's.
	foreign standing = iota
	// other: something that is not kept, such as a list or a binding.
	other
	// unserved: no such kind in a group of the server's, or not in this version.
	unserved
	known
)

func (s *served) standingOf(gvk schema.GroupVersionKind) standing {
	api, builtIn := s.groups[gvk.Group]
	if !builtIn {
		return foreign
	}
	if _, ok := s.kinds[gvk]; ok {
		return known
	}
	for served := range s.kinds {
		if served.GroupVersion() == gvk.GroupVersion() && api.scheme.Recognizes(gvk) {
			return other
		}
	}
	return unserved
}
