// Package insight has what the programs of this module share.
package insight

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
)

// AnswerLines answers each line of the standard input with a line of JSON. Answers are held back only while more questions wait.
func AnswerLines[A any](answer func(line []byte) A) {
	questions := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	answers := json.NewEncoder(out)
	for {
		line, err := questions.ReadBytes('\n')
		if len(line) > 1 {
			if err := answers.Encode(answer(line)); err != nil {
				log.Fatal(err)
			}
		}
		if questions.Buffered() == 0 {
			out.Flush()
		}
		if err != nil {
			return
		}
	}
}
