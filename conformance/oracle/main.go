// Oracle answers what kube-apiserver would answer, by running its code: one question a line in, one answer a line out, both JSON.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"runtime/debug"

	"k8s.io/kubernetes/pkg/capabilities"
)

// Question is an object to create, one to update from Old, or an image reference that a kubelet has to read.
type Question struct {
	ID       string          `json:"id"`
	Manifest json.RawMessage `json:"manifest"`
	// Old is what was sent to create the object; with a status, what the cluster says of it since.
	Old json.RawMessage `json:"old,omitempty"`
	// Subresource is the part of a Pod that is updated: resize or ephemeralcontainers.
	Subresource string  `json:"subresource,omitempty"`
	Image       *string `json:"image,omitempty"`
}

// Answer is what the server decides, and what it says in doing so.
type Answer struct {
	ID       string `json:"id"`
	Accepted bool   `json:"accepted"`
	// Stage is where a refusal comes from: input, decode, old (the old object was never accepted), admission, validate; unserved for a group of the server's that has no such
	// kind, or not in this version; kind for what this program leaves alone; panic for a crash of the server's code.
	Stage    string   `json:"stage,omitempty"`
	Errors   []Cause  `json:"errors,omitempty"`
	Message  string   `json:"message,omitempty"`
	Warnings []string `json:"warnings,omitempty"`
	// Defaulted is the object as the server would store it, without what it only finds out then, if ORACLE_FULL asks for it.
	Defaulted json.RawMessage         `json:"defaulted,omitempty"`
	QOS       string                  `json:"qos,omitempty"`
	PSS       map[string]LevelVerdict `json:"pss,omitempty"`
}

// Cause is one field error.
type Cause struct {
	Type   string `json:"type"`
	Field  string `json:"field"`
	Detail string `json:"detail,omitempty"`
}

func main() {
	// Live objects are few: collecting less often is worth some memory.
	debug.SetGCPercent(400)
	// As clusters run: privileged containers may be asked for.
	capabilities.Setup(true, 0)
	server, err := newServer(fullness(os.Getenv("ORACLE_FULL")))
	if err != nil {
		log.Fatal(err)
	}
	questions := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	answers := json.NewEncoder(out)
	for {
		line, err := questions.ReadBytes('\n')
		if len(line) > 1 {
			if err := answers.Encode(server.answerLine(line)); err != nil {
				log.Fatal(err)
			}
		}
		// Somebody waits for the answers when no further question has arrived yet.
		if questions.Buffered() == 0 {
			out.Flush()
		}
		if err != nil {
			return
		}
	}
}
