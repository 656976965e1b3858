package main

import (
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	extensionsinstall "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/install"
	extensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kube-aggregator/pkg/apis/apiregistration"
	registrationinstall "k8s.io/kube-aggregator/pkg/apis/apiregistration/install"
	registrationv1 "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
	"k8s.io/kube-aggregator/pkg/registry/apiservice"
)

// addOwnServers notes the two kinds that servers of their own serve, inside kube-apiserver.
func (s *served) addOwnServers() error {
	extensions := runtime.NewScheme()
	extensionsinstall.Install(extensions)
	err := s.add(newAPI(extensions), extensionsv1.SchemeGroupVersion, "customresourcedefinitions",
		&apiextensions.CustomResourceDefinition{}, customresourcedefinition.NewStrategy(extensions))
	if err != nil {
		return err
	}
	registration := runtime.NewScheme()
	registrationinstall.Install(registration)
	return s.add(newAPI(registration), registrationv1.SchemeGroupVersion, "apiservices",
		&apiregistration.APIService{}, apiservice.NewStrategy(registration))
}
