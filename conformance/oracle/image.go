package main

import "k8s.io/kubernetes/pkg/util/parsers"

// answerImage says whether a kubelet takes a string for an image reference; one that it does not take never starts (InvalidImageName).
func answerImage(a Answer, image string) Answer {
	if _, _, _, err := parsers.ParseImageName(image); err != nil {
		a.Stage, a.Message = "image", err.Error()
		return a
	}
	a.Accepted = true
	return a
}
