package main

import (
	"net"

	utilnet "k8s.io/apimachinery/pkg/util/net"
	"k8s.io/apiserver/pkg/registry/generic/registry"
	core "k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/registry/core/service/ipallocator"
	"k8s.io/kubernetes/pkg/registry/core/service/portallocator"
	servicestorage "k8s.io/kubernetes/pkg/registry/core/service/storage"
)

// nodePorts is the server's range unless it is told another one.
var nodePorts = utilnet.PortRange{Base: 30000, Size: 2768}

// clusters are storages of Services, which give out addresses and ports before they validate, one for each sort of cluster that there may
// be: the families of a cluster are nothing that a manifest can be judged by.
type clusters []*registry.Store

func newClusters() (all clusters, err error) {
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
		all = append(all, services.Store)
	}
	return all, nil
}

// try makes an attempt in one cluster after the other, until one accepts.
func (all clusters) try(attempt func(storage *registry.Store) error) error {
	var first error
	for i, storage := range all {
		err := attempt(storage)
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

// AllocateNext gives out an address of a block that no Service can have one of, so that no manifest asks for it.
func (a anyAddress) AllocateNext() (net.IP, error) {
	if a.family == core.IPv6Protocol {
		return net.ParseIP("100::"), nil
	}
	return net.IPv4(240, 0, 0, 0), nil
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
