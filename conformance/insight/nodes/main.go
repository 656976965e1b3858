// Nodes answers which nodes the default scheduler's filters let a pod on, and why not the others: each plugin is asked about each node by
// itself, so that no reason hides behind another. One question a line in, one answer a line out, both JSON.
package main

import (
	"context"
	"encoding/json"
	"log"
	"sort"

	v1 "k8s.io/api/core/v1"
	storagev1 "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/tools/cache"
	kubescheduler "k8s.io/kube-scheduler/config/v1"
	fwk "k8s.io/kube-scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/apis/config"
	"k8s.io/kubernetes/pkg/scheduler/apis/config/scheme"
	schedulercache "k8s.io/kubernetes/pkg/scheduler/backend/cache"
	"k8s.io/kubernetes/pkg/scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/names"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/nodevolumelimits"
	frameworkruntime "k8s.io/kubernetes/pkg/scheduler/framework/runtime"
	"k8s.io/kubernetes/pkg/scheduler/metrics"

	"cdk8s-pods/conformance/insight"
)

// Question is a cluster with its pods, and a pod that is to be scheduled.
type Question struct {
	ID                     string                          `json:"id"`
	Pod                    *v1.Pod                         `json:"pod"`
	Nodes                  []*v1.Node                      `json:"nodes"`
	Pods                   []*v1.Pod                       `json:"pods"`
	Namespaces             []*v1.Namespace                 `json:"namespaces"`
	PersistentVolumes      []*v1.PersistentVolume          `json:"persistentVolumes"`
	PersistentVolumeClaims []*v1.PersistentVolumeClaim     `json:"persistentVolumeClaims"`
	StorageClasses         []*storagev1.StorageClass       `json:"storageClasses"`
	CSINodes               []*storagev1.CSINode            `json:"csiNodes"`
	CSIDrivers             []*storagev1.CSIDriver          `json:"csiDrivers"`
	CSIStorageCapacities   []*storagev1.CSIStorageCapacity `json:"csiStorageCapacities"`
	VolumeAttachments      []*storagev1.VolumeAttachment   `json:"volumeAttachments"`
}

// Refusal is what one plugin says of a node, in its own words.
type Refusal struct {
	Plugin  string   `json:"plugin"`
	Code    string   `json:"code"`
	Reasons []string `json:"reasons"`
}

// Place is one node with all that refuse it.
type Place struct {
	Node     string    `json:"node"`
	Refusals []Refusal `json:"refusals"`
}

// Answer has the nodes in the order of the question. Gates refuse the pod before any node is looked at.
type Answer struct {
	ID    string   `json:"id"`
	Gates []string `json:"gates,omitempty"`
	Nodes []Place  `json:"nodes"`
	Error string   `json:"error,omitempty"`
}

// current is the snapshot of the question: the plugins are made once and look at it through this.
type current struct{ *schedulercache.Snapshot }

type judge struct {
	ctx      context.Context
	stores   map[string]cache.Indexer
	snapshot *current
	plugins  []fwk.Plugin
}

// notAsked are default plugins that need what a question does not have.
var notAsked = map[string]bool{names.DynamicResources: true}

func newJudge(ctx context.Context) (*judge, error) {
	// Never started: the listers read what is put into the stores.
	factory := informers.NewSharedInformerFactory(fake.NewSimpleClientset(), 0)
	core, storage := factory.Core().V1(), factory.Storage().V1()
	j := &judge{ctx: ctx, snapshot: &current{schedulercache.NewEmptySnapshot()}, stores: map[string]cache.Indexer{}}
	var versioned kubescheduler.KubeSchedulerConfiguration
	scheme.Scheme.Default(&versioned)
	var defaults config.KubeSchedulerConfiguration
	if err := scheme.Scheme.Convert(&versioned, &defaults, nil); err != nil {
		return nil, err
	}
	handle, err := frameworkruntime.NewFramework(ctx, nil, nil, frameworkruntime.WithSnapshotSharedLister(j.snapshot),
		frameworkruntime.WithInformerFactory(factory), frameworkruntime.WithClientSet(fake.NewSimpleClientset()),
		frameworkruntime.WithSharedCSIManager(nodevolumelimits.NewCSIManager(storage.CSINodes().Lister())))
	if err != nil {
		return nil, err
	}
	profile := defaults.Profiles[0]
	args := map[string]runtime.Object{}
	for _, one := range profile.PluginConfig {
		args[one.Name] = one.Args
	}
	registry := plugins.NewInTreeRegistry()
	for _, enabled := range profile.Plugins.MultiPoint.Enabled {
		if notAsked[enabled.Name] || enabled.Name == names.DefaultPreemption {
			continue
		}
		plugin, err := registry[enabled.Name](ctx, args[enabled.Name], handle)
		if err != nil {
			return nil, err
		}
		j.plugins = append(j.plugins, plugin)
	}
	// After the plugins have added their indexes.
	for name, informer := range map[string]cache.SharedIndexInformer{
		"namespaces": core.Namespaces().Informer(), "volumes": core.PersistentVolumes().Informer(), "claims": core.PersistentVolumeClaims().Informer(),
		"classes": storage.StorageClasses().Informer(), "csiNodes": storage.CSINodes().Informer(), "drivers": storage.CSIDrivers().Informer(),
		"capacities": storage.CSIStorageCapacities().Informer(), "attachments": storage.VolumeAttachments().Informer(),
	} {
		j.stores[name] = informer.GetIndexer()
	}
	return j, nil
}

func put[T any](store cache.Indexer, objects []T) error {
	all := make([]any, len(objects))
	for i := range objects {
		all[i] = objects[i]
	}
	return store.Replace(all, "")
}

func (j *judge) load(q *Question) error {
	for _, err := range []error{
		put(j.stores["namespaces"], q.Namespaces), put(j.stores["volumes"], q.PersistentVolumes), put(j.stores["claims"], q.PersistentVolumeClaims),
		put(j.stores["classes"], q.StorageClasses), put(j.stores["csiNodes"], q.CSINodes), put(j.stores["drivers"], q.CSIDrivers),
		put(j.stores["capacities"], q.CSIStorageCapacities), put(j.stores["attachments"], q.VolumeAttachments),
	} {
		if err != nil {
			return err
		}
	}
	// As the scheduler's snapshot has them: pods that are on a node that there is, and have not ended.
	there := map[string]bool{}
	for _, node := range q.Nodes {
		there[node.Name] = true
	}
	assigned := []*v1.Pod{}
	for _, pod := range q.Pods {
		if there[pod.Spec.NodeName] && pod.Status.Phase != v1.PodSucceeded && pod.Status.Phase != v1.PodFailed {
			assigned = append(assigned, pod)
		}
	}
	j.snapshot.Snapshot = schedulercache.NewSnapshot(assigned, q.Nodes)
	return nil
}

func refusal(plugin string, status *fwk.Status) Refusal {
	reasons := status.Reasons()
	sort.Strings(reasons)
	return Refusal{Plugin: plugin, Code: status.Code().String(), Reasons: reasons}
}

func (j *judge) answer(line []byte) Answer {
	var q Question
	if err := json.Unmarshal(line, &q); err != nil {
		return Answer{Error: err.Error()}
	}
	if err := j.load(&q); err != nil {
		return Answer{ID: q.ID, Error: err.Error()}
	}
	infos := make([]fwk.NodeInfo, 0, len(q.Nodes))
	places := make([]Place, len(q.Nodes))
	for i, node := range q.Nodes {
		info, err := j.snapshot.NodeInfos().Get(node.Name)
		if err != nil {
			return Answer{ID: q.ID, Error: err.Error()}
		}
		infos = append(infos, info)
		places[i] = Place{Node: node.Name, Refusals: []Refusal{}}
	}
	a := Answer{ID: q.ID, Nodes: places}
	for _, plugin := range j.plugins {
		if gate, ok := plugin.(fwk.PreEnqueuePlugin); ok {
			if status := gate.PreEnqueue(j.ctx, q.Pod); !status.IsSuccess() {
				a.Gates = append(a.Gates, plugin.Name())
			}
		}
		for i, refused := range j.ask(plugin, q.Pod, infos) {
			if refused != nil {
				places[i].Refusals = append(places[i].Refusals, *refused)
			}
		}
	}
	return a
}

// ask gives what one plugin says of each node; nil where it lets the pod on.
func (j *judge) ask(plugin fwk.Plugin, pod *v1.Pod, infos []fwk.NodeInfo) []*Refusal {
	refusals := make([]*Refusal, len(infos))
	state := framework.NewCycleState()
	skip := false
	if before, ok := plugin.(fwk.PreFilterPlugin); ok {
		_, status := before.PreFilter(j.ctx, state, pod, infos)
		skip = status.IsSkip()
		if !status.IsSuccess() && !skip {
			said := refusal(plugin.Name(), status)
			for i := range refusals {
				refusals[i] = &said
			}
			return refusals
		}
	}
	filter, ok := plugin.(fwk.FilterPlugin)
	if !ok || skip {
		return refusals
	}
	for i, info := range infos {
		if status := filter.Filter(j.ctx, state, pod, info); !status.IsSuccess() {
			said := refusal(plugin.Name(), status)
			refusals[i] = &said
		}
	}
	return refusals
}

func main() {
	metrics.Register()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	j, err := newJudge(ctx)
	if err != nil {
		log.Fatal(err)
	}
	insight.AnswerLines(j.answer)
}
