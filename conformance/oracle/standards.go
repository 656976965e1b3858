package main

import (
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

// LevelVerdict is what one level of the Pod Security Standards says: the reasons name the checks that fail.
type LevelVerdict struct {
	Allowed bool     `json:"allowed"`
	Reasons []string `json:"reasons"`
}

type standards struct{ evaluator policy.Evaluator }

func newStandards() (*standards, error) {
	evaluator, err := newEvaluator(policy.DefaultChecks())
	return &standards{evaluator}, err
}

// check returns nothing for an object without a pod.
func (s *standards) check(object runtime.Object) map[string]LevelVerdict {
	meta, spec := podIn(object)
	if spec == nil {
		return nil
	}
	verdicts := map[string]LevelVerdict{}
	for _, level := range []api.Level{api.LevelBaseline, api.LevelRestricted} {
		verdict := LevelVerdict{Allowed: true}
		for _, check := range s.evaluator.EvaluatePod(api.LevelVersion{Level: level, Version: api.LatestVersion()}, meta, spec) {
			if !check.Allowed {
				verdict.Allowed = false
				verdict.Reasons = append(verdict.Reasons, check.ForbiddenReason)
			}
		}
		verdicts[string(level)] = verdict
	}
	return verdicts
}
