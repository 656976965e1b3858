package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"k8s.io/apimachinery/pkg/api/equality"
	"k8s.io/apimachinery/pkg/api/resource"
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
func settle(object, written runtime.Object, raw []byte, live bool) {
	if pod, ok := object.(*core.Pod); ok {
		dropTokens(pod, written.(*core.Pod))
		pod.Spec.EphemeralContainers = written.(*core.Pod).Spec.EphemeralContainers
	}
	claim, isClaim := object.(*core.PersistentVolumeClaim)
	if status := statusIn(raw); isClaim && !live && isFresh(status) {
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

// isFresh says that a status is none, or the one that every claim has by default.
func isFresh(status map[string]any) bool {
	for field, value := range status {
		if field != "phase" || (value != "" && value != string(core.ClaimPending)) {
			return false
		}
	}
	return true
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
func keepUnchanged(object, written, stored runtime.Object, raw []byte) {
	if reflect.TypeOf(object) != reflect.TypeOf(stored) {
		return // another version of the kind
	}
	to, from, kept := reflect.ValueOf(object).Elem(), reflect.ValueOf(written).Elem(), reflect.ValueOf(stored.DeepCopyObject()).Elem()
	var manifest map[string]any
	if json.Unmarshal(raw, &manifest) != nil {
		return
	}
	for i := range to.NumField() {
		switch field := to.Type().Field(i); field.Name {
		case "TypeMeta", "ObjectMeta", "Status", "StringData": // which no stored object has
		default:
			keep(to.Field(i), from.Field(i), kept.Field(i), manifest[nameOf(field)], field.Tag.Get("patchMergeKey"))
		}
	}
}

// nameOf is the field's name in a manifest.
func nameOf(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return name
}

// keep does so for a value; mergeKey is what tells the items of a list apart, if an apply merges it. What the new manifest (raw) has no longer
// is gone, with all that the server has made of it.
func keep(object, written, stored reflect.Value, raw any, mergeKey string) {
	if same(object, written) {
		object.Set(stored)
		return
	}
	if isValue(object.Type()) || raw == nil {
		return
	}
	switch object.Kind() {
	case reflect.Pointer:
		if object.IsNil() || stored.IsNil() || (written.IsNil() && object.Elem().Kind() != reflect.Struct) {
			return
		}
		if written.IsNil() {
			// The server had made the struct.
			written = reflect.New(object.Type().Elem())
		}
		keep(object.Elem(), written.Elem(), stored.Elem(), raw, mergeKey)
	case reflect.Struct:
		fields, _ := raw.(map[string]any)
		for i := range object.NumField() {
			field := object.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			mergeKey := field.Tag.Get("patchMergeKey")
			if strings.Contains(field.Tag.Get("patchStrategy"), "retainKeys") && !same(object.Field(i), written.Field(i)) {
				forgetOmitted(object.Field(i), written.Field(i), stored.Field(i), mergeKey)
			}
			inner := raw
			if name := nameOf(field); name != "" {
				inner = fields[name]
			}
			keep(object.Field(i), written.Field(i), stored.Field(i), inner, mergeKey)
		}
	case reflect.Slice:
		items, _ := raw.([]any)
		for i := range min(object.Len(), len(items)) {
			if before, kept := twin(object.Index(i), written, mergeKey), twin(object.Index(i), stored, mergeKey); before.IsValid() && kept.IsValid() {
				keep(object.Index(i), before, kept, items[i], "")
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

// isValue says that a struct is one value of a manifest, such as a number or a name: a 0 that is written is not one that is missing.
func isValue(of reflect.Type) bool {
	return of.Implements(reflect.TypeFor[json.Marshaler]())
}

// alike compares values as the server does, but quantities as they are written, and times that it never compares so.
var alike = func() conversion.Equalities {
	made := equality.Semantic.Copy()
	if err := made.AddFuncs(
		time.Time.Equal,
		func(a, b metav1.MicroTime) bool { return a.Time.Equal(b.Time) },
		func(a, b resource.Quantity) bool { return a.String() == b.String() },
	); err != nil {
		panic(err)
	}
	return made
}()

func same(a, b reflect.Value) bool {
	return alike.DeepEqual(a.Interface(), b.Interface())
}

// forgetOmitted takes what the new object does not name out of a stored struct, or out of the items that are different, of which the API
// says retainKeys: a strategy of another type, a volume of another one.
func forgetOmitted(object, written, stored reflect.Value, mergeKey string) {
	switch object.Kind() {
	case reflect.Struct:
		for i := range object.NumField() {
			if field := object.Type().Field(i); field.Anonymous {
				forgetOmitted(object.Field(i), written.Field(i), stored.Field(i), "")
			} else if object.Field(i).IsZero() {
				stored.Field(i).SetZero()
			}
		}
	case reflect.Slice:
		for i := range object.Len() {
			before, kept := twin(object.Index(i), written, mergeKey), twin(object.Index(i), stored, mergeKey)
			if before.IsValid() && kept.IsValid() && !same(object.Index(i), before) {
				forgetOmitted(object.Index(i), before, kept, "")
			}
		}
	}
}

// twin is the item of a list that an apply takes for the same: with the same merge key, and of ports with the same protocol. Lists without
// a merge key are sent whole.
func twin(item, other reflect.Value, mergeKey string) reflect.Value {
	if mergeKey == "" {
		return reflect.Value{}
	}
	for j := range other.Len() {
		if keyOf(other.Index(j), mergeKey) == keyOf(item, mergeKey) {
			return other.Index(j)
		}
	}
	return reflect.Value{}
}

func keyOf(item reflect.Value, mergeKey string) [2]string {
	var key [2]string
	for i := range item.NumField() {
		switch nameOf(item.Type().Field(i)) {
		case "":
			// Inline: its fields are the item's.
			for j, part := range keyOf(item.Field(i), mergeKey) {
				key[j] = cmp.Or(key[j], part)
			}
		case mergeKey:
			key[0] = fmt.Sprint(item.Field(i).Interface())
		case "protocol":
			key[1] = item.Field(i).String()
			if key[1] == "" {
				key[1] = "TCP"
			}
		}
	}
	return key
}
