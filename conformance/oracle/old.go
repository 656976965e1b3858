package main

import (
	"encoding/json"
	"reflect"
	"strings"
	"time"

	"k8s.io/apimachinery/pkg/api/equality"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/conversion"
	"k8s.io/apimachinery/pkg/runtime"
	core "k8s.io/kubernetes/pkg/apis/core"
)

// fromStorage is an object as it comes back from where the server keeps it: what is empty is gone, and defaults are set once more.
func (a *apiGroup) fromStorage(object *decoded) (*decoded, error) {
	versioned, err := a.scheme.ConvertToVersion(object.internal, object.gvk.GroupVersion())
	if err != nil {
		return nil, err
	}
	kept := reflect.New(reflect.TypeOf(versioned).Elem()).Interface().(runtime.Object)
	if err := throughStorage(versioned, kept); err != nil {
		return nil, err
	}
	return a.accept(kept, object.gvk)
}

// throughStorage writes an object as the server does, in protobuf where its type has that, and reads it again.
func throughStorage(from, to runtime.Object) error {
	if source, ok := from.(interface{ Marshal() ([]byte, error) }); ok {
		text, err := source.Marshal()
		if err != nil {
			return err
		}
		return to.(interface{ Unmarshal([]byte) error }).Unmarshal(text)
	}
	text, err := json.Marshal(from)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, to)
}

// settle makes of a new object one that a cluster has had for a while: with the status that the old manifest has, and a claim without
// one bound. The volume of a pod's account has a random name: it is left out, as if no manifest could tell.
func settle(object, written runtime.Object, raw []byte) {
	if pod, ok := object.(*core.Pod); ok {
		dropTokens(pod, written.(*core.Pod))
		pod.Spec.EphemeralContainers = written.(*core.Pod).Spec.EphemeralContainers
	}
	claim, isClaim := object.(*core.PersistentVolumeClaim)
	if status := statusIn(raw); isClaim && isFresh(status, written.(*core.PersistentVolumeClaim)) {
		bind(claim)
	} else if len(status) > 0 {
		takeStatus(object, written)
	}
}

func statusIn(raw []byte) map[string]any {
	var given struct{ Status map[string]any }
	if json.Unmarshal(raw, &given) != nil {
		return nil
	}
	return given.Status
}

// isFresh says that no cluster has written the status: one that has has given a uid too.
func isFresh(status map[string]any, claim *core.PersistentVolumeClaim) bool {
	for field, value := range status {
		if field != "phase" || (value != "" && value != string(core.ClaimPending)) {
			return false
		}
	}
	return claim.UID == ""
}

func takeStatus(object, written runtime.Object) {
	to, from := reflect.ValueOf(object).Elem().FieldByName("Status"), reflect.ValueOf(written.DeepCopyObject()).Elem().FieldByName("Status")
	if !to.IsValid() {
		return
	}
	var made core.PodStatus
	if pod, ok := object.(*core.Pod); ok {
		made = pod.Status
	}
	to.Set(from)
	if pod, ok := object.(*core.Pod); ok && pod.Status.QOSClass == "" {
		pod.Status.QOSClass = made.QOSClass
	}
}

func bind(claim *core.PersistentVolumeClaim) {
	claim.Status.Phase = core.ClaimBound
	claim.Status.AccessModes = claim.Spec.AccessModes
	claim.Status.Capacity = core.ResourceList{core.ResourceStorage: claim.Spec.Resources.Requests[core.ResourceStorage]}
	if claim.Spec.VolumeName == "" {
		claim.Spec.VolumeName = "pvc-" + string(claim.UID)
	}
}

const tokenVolume = "kube-api-access-"

func dropTokens(pod, written *core.Pod) {
	if len(pod.Spec.Volumes) == len(written.Spec.Volumes) {
		return
	}
	last := len(pod.Spec.Volumes) - 1
	name := pod.Spec.Volumes[last].Name
	if !strings.HasPrefix(name, tokenVolume) {
		return
	}
	pod.Spec.Volumes = pod.Spec.Volumes[:last]
	for _, containers := range [][]core.Container{pod.Spec.InitContainers, pod.Spec.Containers} {
		for i := range containers {
			mounts := containers[i].VolumeMounts
			if n := len(mounts); n > 0 && mounts[n-1].Name == name {
				containers[i].VolumeMounts = mounts[:n-1]
			}
		}
	}
}

// keepUnchanged takes over, into the new object, what the server has made of the parts of the old manifest that the new one has unchanged:
// an apply sends only what is different. It sees the manifests as they are written, before defaults.
func keepUnchanged(object, written, stored runtime.Object) {
	if reflect.TypeOf(object) != reflect.TypeOf(stored) {
		return // another version of the kind
	}
	for _, field := range []string{"Spec", "Template"} {
		if to := reflect.ValueOf(object).Elem().FieldByName(field); to.IsValid() {
			keep(to, reflect.ValueOf(written).Elem().FieldByName(field), reflect.ValueOf(stored.DeepCopyObject()).Elem().FieldByName(field))
		}
	}
}

func keep(object, written, stored reflect.Value) {
	if same(object, written) {
		object.Set(stored)
		return
	}
	switch object.Kind() {
	case reflect.Pointer:
		if !object.IsNil() && !written.IsNil() && !stored.IsNil() {
			keep(object.Elem(), written.Elem(), stored.Elem())
		}
	case reflect.Struct:
		for i := range object.NumField() {
			if field := object.Type().Field(i); !field.IsExported() {
				continue
			} else if strings.Contains(field.Tag.Get("patchStrategy"), "retainKeys") && !same(object.Field(i), written.Field(i)) {
				forgetOmitted(object.Field(i), written.Field(i), stored.Field(i))
			}
			keep(object.Field(i), written.Field(i), stored.Field(i))
		}
	case reflect.Slice:
		for i := range object.Len() {
			if before, kept := twin(object, i, written), twin(object, i, stored); before.IsValid() && kept.IsValid() {
				keep(object.Index(i), before, kept)
			}
		}
	case reflect.Map:
		for _, key := range stored.MapKeys() {
			if !written.MapIndex(key).IsValid() && !object.MapIndex(key).IsValid() {
				if object.IsNil() {
					object.Set(reflect.MakeMap(object.Type()))
				}
				object.SetMapIndex(key, stored.MapIndex(key))
			}
		}
	}
}

// alike compares values as the server does, and times that it never compares so.
var alike = func() conversion.Equalities {
	made := equality.Semantic.Copy()
	if err := made.AddFuncs(time.Time.Equal, func(a, b metav1.MicroTime) bool { return a.Time.Equal(b.Time) }); err != nil {
		panic(err)
	}
	return made
}()

func same(a, b reflect.Value) bool {
	return alike.DeepEqual(a.Interface(), b.Interface())
}

// forgetOmitted takes what the new object does not name out of a stored struct, or out of the items that are different, of which the API
// says retainKeys: a strategy of another type, a volume of another one.
func forgetOmitted(object, written, stored reflect.Value) {
	switch object.Kind() {
	case reflect.Struct:
		for i := range object.NumField() {
			if field := object.Type().Field(i); field.Anonymous {
				forgetOmitted(object.Field(i), written.Field(i), stored.Field(i))
			} else if object.Field(i).IsZero() {
				stored.Field(i).SetZero()
			}
		}
	case reflect.Slice:
		for i := range object.Len() {
			before, kept := twin(object, i, written), twin(object, i, stored)
			if before.IsValid() && kept.IsValid() && !same(object.Index(i), before) {
				forgetOmitted(object.Index(i), before, kept)
			}
		}
	}
}

// twin is the item of another list that has the name of one of this list; for items without names, the one in its place when the lists are
// as long.
func twin(list reflect.Value, i int, other reflect.Value) reflect.Value {
	item := list.Index(i)
	if item.Kind() != reflect.Struct {
		return reflect.Value{}
	}
	if name := nameOf(item); name != "" {
		for j := range other.Len() {
			if nameOf(other.Index(j)) == name {
				return other.Index(j)
			}
		}
		return reflect.Value{}
	}
	if list.Len() == other.Len() {
		return other.Index(i)
	}
	return reflect.Value{}
}

func nameOf(item reflect.Value) string {
	if name := item.FieldByName("Name"); name.IsValid() && name.Kind() == reflect.String {
		return name.String()
	}
	return ""
}
