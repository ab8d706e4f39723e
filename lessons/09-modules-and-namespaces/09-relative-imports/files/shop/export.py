import json

text = json.dumps([1, 2])
