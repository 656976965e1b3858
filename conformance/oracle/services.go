package main

import (
	"context"
	"net"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	utilnet "k8s.io/apimachinery/pkg/util/net"
	genericregistry "k8s.io/apiserver/pkg/registry/generic/registry"
	core "k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/registry/core/service/ipallocator"
	"k8s.io/kubernetes/pkg/registry/core/service/portallocator"
	servicestorage "k8s.io/kubernetes/pkg/registry/core/service/storage"
)

// nodePorts is the server's range unless it is told another one.
var nodePorts = utilnet.PortRange{Base: 30000, Size: 2768}

// allocators are what the storage of Services gives out addresses and ports with, before it validates, in each of the clusters that
// there may be: the families of a cluster are nothing that a manifest can be judged by.
type allocators []func(context.Context, runtime.Object, *metav1.CreateOptions) (genericregistry.FinishFunc, error)

func newAllocators() (all allocators, err error) {
	// The first one's answer counts when all of them refuse.
	for _, families := range [][]core.IPFamily{
		{core.IPv4Protocol, core.IPv6Protocol}, {core.IPv6Protocol, core.IPv4Protocol}, {core.IPv4Protocol}, {core.IPv6Protocol},
	} {
		ports, err := portallocator.NewInMemory(nodePorts)
		if err != nil {
			return nil, err
		}
		addresses := map[core.IPFamily]ipallocator.Interface{}
		for _, family := range families {
			addresses[family] = anyAddress{family: family}
		}
		services, _, _, err := servicestorage.NewREST(nowhere{}, families[0], addresses, &steadyPorts{PortAllocator: ports}, nil, nil, nil)
		if err != nil {
			return nil, err
		}
		all = append(all, services.BeginCreate)
	}
	return all, nil
}

// create tries the clusters one after the other. `create` does what follows the allocation, for an object of the attempt's own.
func (all allocators) create(ctx context.Context, service *core.Service, create func(*core.Service) error) error {
	var first error
	for i, begin := range all {
		attempt := service.DeepCopy()
		// No dry run, in which ports out of the range pass.
		finish, err := begin(ctx, attempt, &metav1.CreateOptions{})
		if err == nil {
			err = create(attempt)
			finish(ctx, false)
		}
		if err == nil {
			return nil
		}
		if i == 0 {
			first = err
		}
	}
	return first
}

// anyAddress gives out any address of a family: which ones are free, and which are the cluster's, is its state.
type anyAddress struct {
	ipallocator.Interface
	family core.IPFamily
}

func (anyAddress) Allocate(net.IP) error { return nil }

func (anyAddress) Release(net.IP) error { return nil }

func (a anyAddress) AllocateNext() (net.IP, error) {
	if a.family == core.IPv6Protocol {
		return net.ParseIP("fd00::1"), nil
	}
	return net.IPv4(10, 0, 0, 1), nil
}

func (a anyAddress) IPFamily() core.IPFamily { return a.family }

// steadyPorts gives out ports that nobody can ask for, where the server picks one at random: now and then one that the same Service
// asks for.
type steadyPorts struct {
	*portallocator.PortAllocator
	given int
}

const (
	firstGiven = 10000
	mostGiven  = 10000
)

func (p *steadyPorts) AllocateNext() (int, error) {
	p.given = (p.given + 1) % mostGiven
	return firstGiven + p.given, nil
}

func (p *steadyPorts) Release(port int) error {
	if port >= firstGiven && port < firstGiven+mostGiven {
		return nil
	}
	return p.PortAllocator.Release(port)
}
