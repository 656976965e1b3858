//go:build tools

// Package server holds the versions that the end-to-end run builds kube-apiserver from; there is no code of ours in it.
package server

import _ "k8s.io/kubernetes/cmd/kube-apiserver" // keeps the requirement in go.mod, with all that the program needs
