// Spread answers which nodes the scheduler's PodTopologySpread plugin lets a pod on: one question a line in, one answer a line out, both JSON.
package main

import (
	"context"
	"encoding/json"

	v1 "k8s.io/api/core/v1"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	v1helper "k8s.io/component-helpers/scheduling/corev1"
	"k8s.io/component-helpers/scheduling/corev1/nodeaffinity"
	"k8s.io/klog/v2"
	fwk "k8s.io/kube-scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/apis/config"
	"k8s.io/kubernetes/pkg/scheduler/backend/cache"
	"k8s.io/kubernetes/pkg/scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/feature"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/helper"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/podtopologyspread"
	frameworkruntime "k8s.io/kubernetes/pkg/scheduler/framework/runtime"
	"k8s.io/kubernetes/pkg/scheduler/metrics"

	"cdk8s-pods/conformance/insight"
)

// Question is a cluster with its pods, and a pod that is to be scheduled.
type Question struct {
	ID    string     `json:"id"`
	Nodes []*v1.Node `json:"nodes"`
	Pods  []*v1.Pod  `json:"pods"`
	Pod   *v1.Pod    `json:"pod"`
}

// Answer names the nodes that the plugin's filter passes, in the order of the question.
type Answer struct {
	ID    string   `json:"id"`
	Nodes []string `json:"nodes"`
	// Reachable are those that the pod's node affinity takes and whose taints it tolerates.
	Reachable []string `json:"reachable"`
	Error     string   `json:"error,omitempty"`
}

func answer(line []byte) Answer {
	var q Question
	if err := json.Unmarshal(line, &q); err != nil {
		return Answer{Error: err.Error()}
	}
	nodes, err := fitting(q)
	if err != nil {
		return Answer{ID: q.ID, Error: err.Error()}
	}
	return Answer{ID: q.ID, Nodes: nodes, Reachable: reachable(q)}
}

func reachable(q Question) []string {
	names := []string{}
	required := nodeaffinity.GetRequiredNodeAffinity(q.Pod)
	for _, node := range q.Nodes {
		match, _ := required.Match(node)
		_, untolerated := v1helper.FindMatchingUntoleratedTaint(klog.Background(), node.Spec.Taints, q.Pod.Spec.Tolerations, helper.DoNotScheduleTaintsFilterFunc(), false)
		if match && !untolerated {
			names = append(names, node.Name)
		}
	}
	return names
}

func fitting(q Question) ([]string, error) {
	// The framework's own goroutines end with the question.
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	snapshot := cache.NewSnapshot(q.Pods, q.Nodes)
	handle, err := frameworkruntime.NewFramework(ctx, nil, nil, frameworkruntime.WithSnapshotSharedLister(snapshot))
	if err != nil {
		return nil, err
	}
	plugin, err := podtopologyspread.New(ctx, &config.PodTopologySpreadArgs{DefaultingType: config.ListDefaulting}, handle,
		feature.NewSchedulerFeaturesFromGates(utilfeature.DefaultFeatureGate))
	if err != nil {
		return nil, err
	}
	infos := make([]fwk.NodeInfo, 0, len(q.Nodes))
	for _, node := range q.Nodes {
		info, err := snapshot.NodeInfos().Get(node.Name)
		if err != nil {
			return nil, err
		}
		infos = append(infos, info)
	}
	passed := []string{}
	state := framework.NewCycleState()
	_, status := plugin.(fwk.PreFilterPlugin).PreFilter(ctx, state, q.Pod, infos)
	for _, info := range infos {
		if status.IsSkip() || plugin.(fwk.FilterPlugin).Filter(ctx, state, q.Pod, info).IsSuccess() {
			passed = append(passed, info.Node().Name)
		}
	}
	return passed, nil
}

func main() {
	metrics.Register()
	insight.AnswerLines(answer)
}
