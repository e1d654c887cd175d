"""Times power-grid-model on a benchmark grid: batch calculation, iterative current, one thread, chosen outputs.

Arguments: folder with input.json, p.bin, q.bin; steps; steps in the profile; repeats; chunks that the steps are timed in.
Prints JSON.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from power_grid_model import CalculationMethod, PowerGridModel, initialize_array
from power_grid_model.utils import json_deserialize
from importlib.metadata import version

folder, steps, profile_steps, repeats = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
chunks = int(sys.argv[5])
data = json_deserialize((folder / "input.json").read_text())
loads = data["asym_load"]
n = len(loads)
p = np.fromfile(folder / "p.bin").reshape(-1, n, 3)[:profile_steps]
q = np.fromfile(folder / "q.bin").reshape(-1, n, 3)[:profile_steps]
index = np.arange(steps) % profile_steps
update = initialize_array("update", "asym_load", (steps, n))
update["id"] = loads["id"]
update["p_specified"] = p[index]
update["q_specified"] = q[index]
outputs = {"node": ["u_pu"]}
for component in ("line", "transformer"):
    if component in data and len(data[component]):
        outputs[component] = ["loading"]
model = PowerGridModel(data)
best = [float("inf")] * chunks
for run in range(repeats + 1):
    for chunk in range(chunks):
        part = update[steps * chunk // chunks : steps * (chunk + 1) // chunks]
        start = time.process_time()
        result = model.calculate_power_flow(
            symmetric=False,
            calculation_method=CalculationMethod.iterative_current,
            update_data={"asym_load": part},
            error_tolerance=1e-8,
            max_iterations=100,
            threading=-1,
            output_component_types=outputs,
        )
        seconds = time.process_time() - start
        if run > 0:
            best[chunk] = min(best[chunk], seconds)
last = result["node"]["u_pu"][-1].ravel()
print(json.dumps({"version": version("power-grid-model"), "seconds": sum(best), "lastVoltage": last.tolist()}))
