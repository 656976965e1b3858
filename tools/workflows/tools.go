//go:build tools

// Keeps the requirement in go.mod.
package tools

import _ "github.com/rhysd/actionlint/cmd/actionlint"
