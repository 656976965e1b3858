//go:build tools

// Package helm holds the version of Helm that `check --helm` is tried with; there is no code of ours in it.
package helm

import (
	// Keeps the requirement in go.mod, with all that the program needs.
	_ "helm.sh/helm/v3/cmd/helm"
)
