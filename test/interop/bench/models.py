"""pysunspec2's own model definitions as flat lists. Usage: models.py ID..."""

import json
import os
import sys

import sunspec2

FOLDER = os.path.join(os.path.dirname(sunspec2.__file__), "models", "json")


def points_of(points, offset, prefix):
    flat = []
    for point in points:
        flat.append([prefix + point["name"], point["type"], offset, point["size"], point.get("sf"), point.get("access", "R")])
        offset += point["size"]
    return flat, offset


def describe(number):
    with open(os.path.join(FOLDER, "model_%d.json" % number)) as file:
        group = json.load(file)["group"]
    flat, offset = points_of(group["points"], 0, "")
    repeat = None
    for inner in group.get("groups", []):
        assert "groups" not in inner
        if inner.get("count", 1) == 1:
            more, offset = points_of(inner["points"], offset, inner["name"] + ".")
            flat += more
        else:
            block, length = points_of(inner["points"], 0, "")
            repeat = {"name": inner["name"], "offset": offset, "length": length, "points": block}
    return {"points": flat, "registers": offset, "repeat": repeat}


print(json.dumps({number: describe(int(number)) for number in sys.argv[1:]}))
