"""Solves PGM datasets with power-grid-model itself.

Reads JSON lines from standard input, each {"symmetric": bool, "input": dataset, "update": dataset or null, and options},
and answers one JSON line each: {"output": dataset} or {"error": text}.
"""

import json
import sys
from importlib.metadata import version

from power_grid_model import CalculationMethod, DatasetType, PowerGridModel, TapChangingStrategy
from power_grid_model.errors import PowerGridError
from power_grid_model.utils import json_deserialize, json_serialize

for text in sys.stdin:
    task = json.loads(text)
    if task.get("version"):
        print(json.dumps({"version": f"power-grid-model {version('power-grid-model')}"}), flush=True)
        continue
    try:
        model = PowerGridModel(json_deserialize(json.dumps(task["input"])))
        update = task.get("update")
        output = model.calculate_power_flow(
            symmetric=task["symmetric"],
            error_tolerance=task.get("tolerance", 1e-12),
            max_iterations=task.get("max_iterations", 200),
            calculation_method=CalculationMethod[task.get("method", "iterative_current")],
            update_data=None if update is None else json_deserialize(json.dumps(update)),
            tap_changing_strategy=TapChangingStrategy[task.get("strategy", "disabled")],
        )
        kind = DatasetType.sym_output if task["symmetric"] else DatasetType.asym_output
        print(json.dumps({"output": json.loads(json_serialize(output, kind))}), flush=True)
    except PowerGridError as error:
        print(json.dumps({"error": str(error)}), flush=True)
