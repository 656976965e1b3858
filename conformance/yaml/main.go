// Reads {"yaml": "..."} lines and answers each with {"json": ...} or {"error": "..."}, as Kubernetes' own parser
// understands the text; the parsed value is what the API server would decode.
package main

import (
	"bufio"
	"encoding/json"
	"os"

	"sigs.k8s.io/yaml"
)

type question struct {
	YAML   string `json:"yaml"`
	Strict bool   `json:"strict"` // refuse duplicate keys
}

type answer struct {
	JSON  json.RawMessage `json:"json,omitempty"`
	Error string          `json:"error,omitempty"`
}

func parse(text string, strict bool) answer {
	read := yaml.YAMLToJSON
	if strict {
		read = yaml.YAMLToJSONStrict
	}
	out, err := read([]byte(text))
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{JSON: out}
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<28)
	w := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer w.Flush()
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for lines.Scan() {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			q.YAML = ""
			enc.Encode(answer{Error: "input: " + err.Error()})
			continue
		}
		enc.Encode(parse(q.YAML, q.Strict))
	}
}
