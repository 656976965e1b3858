"""Reads {"yaml": "..."} lines and answers each with {"json": ...} or {"error": "..."}, as PyYAML's safe loader understands the text."""
import json
import sys

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader) if "--fast" in sys.argv else yaml.SafeLoader

for line in sys.stdin:
    try:
        answer = {"json": yaml.load(json.loads(line)["yaml"], Loader=LOADER)}
        text = json.dumps(answer)
    except Exception as error:  # whatever it is, it is the answer
        text = json.dumps({"error": str(error)})
    sys.stdout.write(text + "\n")
