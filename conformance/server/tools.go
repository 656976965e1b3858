//go:build tools

// Package server holds the versions that the end-to-end runs build the control plane from; there is no code of ours in it.
package server

import (
	// Each keeps the requirement in go.mod, with all that the program needs.
	_ "k8s.io/kubernetes/cmd/kube-apiserver"
	_ "k8s.io/kubernetes/cmd/kube-controller-manager"
	_ "k8s.io/kubernetes/cmd/kube-scheduler"
)
