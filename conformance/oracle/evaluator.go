//go:build !kubernetes_1_33 && !kubernetes_1_34

package main

import "k8s.io/pod-security-admission/policy"

func newEvaluator(checks []policy.Check) (policy.Evaluator, error) {
	return policy.NewEvaluator(checks, nil)
}
