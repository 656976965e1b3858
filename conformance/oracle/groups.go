package main

import (
	"reflect"
	"regexp"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/authorization/authorizerfactory"
	"k8s.io/apiserver/pkg/registry/generic"
	"k8s.io/apiserver/pkg/registry/generic/registry"
	genericapiserver "k8s.io/apiserver/pkg/server"
	"k8s.io/apiserver/pkg/server/storage"
	apistorage "k8s.io/apiserver/pkg/storage"
	"k8s.io/apiserver/pkg/storage/storagebackend"
	"k8s.io/apiserver/pkg/storage/storagebackend/factory"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/tools/cache"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/certificates/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/extensions/install"
	_ "k8s.io/kubernetes/pkg/apis/flowcontrol/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/node/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/resource/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	_ "k8s.io/kubernetes/pkg/apis/storagemigration/install"
	admissionregistration "k8s.io/kubernetes/pkg/registry/admissionregistration/rest"
	apps "k8s.io/kubernetes/pkg/registry/apps/rest"
	autoscaling "k8s.io/kubernetes/pkg/registry/autoscaling/rest"
	batch "k8s.io/kubernetes/pkg/registry/batch/rest"
	certificates "k8s.io/kubernetes/pkg/registry/certificates/rest"
	coordination "k8s.io/kubernetes/pkg/registry/coordination/rest"
	discovery "k8s.io/kubernetes/pkg/registry/discovery/rest"
	flowcontrol "k8s.io/kubernetes/pkg/registry/flowcontrol/rest"
	networking "k8s.io/kubernetes/pkg/registry/networking/rest"
	node "k8s.io/kubernetes/pkg/registry/node/rest"
	policy "k8s.io/kubernetes/pkg/registry/policy/rest"
	rbac "k8s.io/kubernetes/pkg/registry/rbac/rest"
	resource "k8s.io/kubernetes/pkg/registry/resource/rest"
	scheduling "k8s.io/kubernetes/pkg/registry/scheduling/rest"
	registrystorage "k8s.io/kubernetes/pkg/registry/storage/rest"
	storagemigration "k8s.io/kubernetes/pkg/registry/storagemigration/rest"
)

// addGroups asks the server's own list of resources, so that what a minor serves by default needs no list here. Reviews are left
// out, and so is the second API of events.
func (s *served) addGroups() error {
	cluster := fake.NewSimpleClientset()
	for _, provider := range []interface {
		NewRESTStorage(storage.APIResourceConfigSource, generic.RESTOptionsGetter) (genericapiserver.APIGroupInfo, error)
	}{
		allowing(admissionregistration.RESTStorageProvider{DiscoveryClient: cluster.Discovery()}),
		apps.StorageProvider{},
		autoscaling.RESTStorageProvider{},
		batch.RESTStorageProvider{},
		allowing(certificates.RESTStorageProvider{}),
		coordination.RESTStorageProvider{},
		discovery.StorageProvider{},
		flowcontrol.RESTStorageProvider{},
		networking.RESTStorageProvider{},
		node.RESTStorageProvider{},
		policy.RESTStorageProvider{},
		allowing(rbac.RESTStorageProvider{}),
		allowing(resource.RESTStorageProvider{NamespaceClient: anyNamespace{}}),
		scheduling.RESTStorageProvider{},
		registrystorage.RESTStorageProvider{},
		storagemigration.RESTStorageProvider{},
	} {
		group, err := provider.NewRESTStorage(servedByDefault{}, nowhere{})
		if err != nil {
			return err
		}
		if err := s.addGroup(group); err != nil {
			return err
		}
	}
	// Its kinds have all moved to other groups.
	s.groups["extensions"] = newAPI(legacyscheme.Scheme)
	return nil
}

// allowing gives a list of resources the authorizer that it wants in some minors and cannot have in others.
func allowing[Provider any](provider Provider) Provider {
	if wanted := reflect.ValueOf(&provider).Elem().FieldByName("Authorizer"); wanted.IsValid() {
		wanted.Set(reflect.ValueOf(authorizerfactory.NewAlwaysAllowAuthorizer()))
	}
	return provider
}

func (s *served) addGroup(group genericapiserver.APIGroupInfo) error {
	api := newAPI(legacyscheme.Scheme)
	name := group.PrioritizedVersions[0].Group
	s.groups[name] = api
	for version, resources := range group.VersionedResourcesStorageMap {
		for resource, storage := range resources {
			if strings.Contains(resource, "/") {
				continue
			}
			gv := schema.GroupVersion{Group: name, Version: version}
			if err := s.addStore(api, gv, resource, storeOf(reflect.ValueOf(storage))); err != nil {
				return err
			}
		}
	}
	return nil
}

// storeOf finds the store in what serves a resource: it is embedded there, sometimes through another one.
func storeOf(v reflect.Value) *registry.Store {
	for v.IsValid() && (v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer) && !v.IsNil() {
		if store, ok := v.Interface().(*registry.Store); ok {
			return store
		}
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		return nil
	}
	for i := range v.NumField() {
		if field := v.Type().Field(i); field.Anonymous && field.IsExported() {
			if store := storeOf(v.Field(i)); store != nil {
				return store
			}
		}
	}
	return nil
}

var stable = regexp.MustCompile(`^v[0-9]+$`)

// servedByDefault is the server's own rule: neither alpha nor beta.
type servedByDefault struct{}

func (servedByDefault) ResourceEnabled(r schema.GroupVersionResource) bool {
	return stable.MatchString(r.Version)
}

func (servedByDefault) AnyResourceForGroupEnabled(string) bool { return true }

func (servedByDefault) ResourceExplicitlyEnabled(schema.GroupVersionResource) bool { return false }

func (servedByDefault) VersionExplicitlyEnabled(schema.GroupVersion) bool { return false }

// nowhere keeps no objects.
type nowhere struct{}

func (nowhere) GetRESTOptions(resource schema.GroupResource, _ runtime.Object) (generic.RESTOptions, error) {
	return generic.RESTOptions{StorageConfig: &storagebackend.ConfigForResource{GroupResource: resource}, Decorator: noStorage, ResourcePrefix: resource.Resource}, nil
}

func noStorage(*storagebackend.ConfigForResource, string, func(runtime.Object) (string, error), func() runtime.Object, func() runtime.Object,
	apistorage.AttrFunc, apistorage.IndexerFuncs, *cache.Indexers) (apistorage.Interface, factory.DestroyFunc, error) {
	return nil, func() {}, nil
}
