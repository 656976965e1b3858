// Resources answers what the scheduler reserves for a pod and what the kubelet enforces, by running their code: one pod a line in, one
// answer a line out, both JSON.
package main

import (
	"encoding/json"

	v1 "k8s.io/api/core/v1"
	"k8s.io/component-helpers/resource"
	v1qos "k8s.io/kubernetes/pkg/apis/core/v1/helper/qos"
	"k8s.io/kubernetes/pkg/kubelet/qos"

	"cdk8s-pods/conformance/insight"
)

// Question is a pod as the server stores it, and the memory of the node in bytes.
type Question struct {
	ID         string `json:"id"`
	Pod        v1.Pod `json:"pod"`
	NodeMemory int64  `json:"nodeMemory"`
}

// Answer has the totals of the pod, its class, and the out-of-memory score of each container.
type Answer struct {
	ID       string           `json:"id"`
	Requests v1.ResourceList  `json:"requests"`
	Limits   v1.ResourceList  `json:"limits"`
	QOS      string           `json:"qos"`
	OOM      map[string]int   `json:"oom"`
	Millis   map[string]int64 `json:"millis"`
	Bytes    map[string]int64 `json:"bytes"`
	Error    string           `json:"error,omitempty"`
}

func answer(line []byte) (a Answer) {
	var q Question
	if err := json.Unmarshal(line, &q); err != nil {
		return Answer{Error: err.Error()}
	}
	a = Answer{ID: q.ID, OOM: map[string]int{}, Millis: map[string]int64{}, Bytes: map[string]int64{}}
	a.Requests = resource.PodRequests(&q.Pod, resource.PodResourcesOptions{})
	a.Limits = resource.PodLimits(&q.Pod, resource.PodResourcesOptions{})
	a.QOS = string(v1qos.ComputePodQOS(&q.Pod))
	for what, list := range map[string]v1.ResourceList{"requests": a.Requests, "limits": a.Limits} {
		a.Millis[what] = list.Cpu().MilliValue()
		a.Bytes[what] = list.Memory().Value()
	}
	for _, containers := range [][]v1.Container{q.Pod.Spec.InitContainers, q.Pod.Spec.Containers} {
		for i := range containers {
			a.OOM[containers[i].Name] = qos.GetContainerOOMScoreAdjust(&q.Pod, &containers[i], q.NodeMemory)
		}
	}
	return a
}

func main() {
	insight.AnswerLines(answer)
}
