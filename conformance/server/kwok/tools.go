//go:build tools

// Package kwok holds the version of the program that plays the kubelets of the end-to-end run; there is no code of ours in it.
package kwok

import _ "sigs.k8s.io/kwok/cmd/kwok" // keeps the requirement in go.mod, with all that the program needs
