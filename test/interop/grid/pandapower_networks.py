"""pandapower's own networks, solved by pandapower and written as PGM datasets.

Reads JSON lines {"network": name, "seed": number} or {"unbalanced": seed} from standard input and answers one JSON line each:
{"input": PGM dataset, "u": {node id: [magnitude pu, angle rad]}, "lines": {id: [p_from W, q_from var, i_from A]}, "trafos": same};
of an unbalanced feeder "u" holds the magnitudes of phases a, b and c. {} is answered with the version.

The conversion is this test's own. What is converted is what pandapower computes with:
- a closed bus-bus switch fuses its buses; an open one separates them; switches at lines and transformers open that end;
- an ext_grid is an ideal voltage in runpp (its impedance is not in the positive sequence): sk = 1e20 VA;
- a transformer is drawn as pi by both (trafo_model="pi"); pandapower's impedance is vk_percent/100 vn_lv_kv^2/sn_mva.
"""

import copy
import json
import math
import random
import sys
import warnings
from importlib.metadata import version

import pandapower as pp
import pandapower.networks as networks

warnings.filterwarnings("ignore")

NETWORKS = {
    "cigre_lv": networks.create_cigre_network_lv,
    "cigre_mv": networks.create_cigre_network_mv,
    "kerber_landnetz_kabel": networks.create_kerber_landnetz_kabel_1,
    "kerber_landnetz_freileitung": networks.create_kerber_landnetz_freileitung_1,
    "kerber_dorfnetz": networks.create_kerber_dorfnetz,
    "kerber_vorstadtnetz": networks.create_kerber_vorstadtnetz_kabel_1,
    "mv_oberrhein": networks.mv_oberrhein,
    "lv_schutterwald": networks.lv_schutterwald,
}
IDEAL_VA = 1e20
# half a second of making tables, once
EMPTY = pp.create_empty_network(sn_mva=1)


def dataset(rows):
    return {"version": "1.0", "type": "input", "is_batch": False, "attributes": {}, "data": rows}


class Converter:
    """Rows of a PGM dataset from a pandapower network. Ids: 1 + bus, then consecutive."""

    def __init__(self, net):
        self.net = net
        self.rows = {}
        self.next = int(net.bus.index.max()) + 2
        self.of = {}
        fused = self._fused()
        self.bus = {bus: fused.get(bus, bus) for bus in net.bus.index}
        self.open_lines = self._open("l")
        self.open_trafos = self._open("t")
        for bus in net.bus.index:
            if self.bus[bus] == bus:
                self._add("node", ("bus", bus), id=int(bus) + 1, u_rated=float(net.bus.vn_kv.at[bus]) * 1e3)

    def _add(self, component, key, **row):
        if "id" not in row:
            row = {"id": self.next, **row}
            self.next += 1
        self.of[key] = row["id"]
        self.rows.setdefault(component, []).append(row)

    def _fused(self):
        """Each bus that closed bus-bus switches join, to the least of its kind."""
        net = self.net
        group = {bus: bus for bus in net.bus.index}
        for switch in net.switch[(net.switch.et == "b") & net.switch.closed].itertuples():
            one, other = group[switch.bus], group[switch.element]
            least = min(one, other)
            for bus in group:
                if group[bus] in (one, other):
                    group[bus] = least
        return group

    def _open(self, kind):
        chosen = self.net.switch[(self.net.switch.et == kind) & ~self.net.switch.closed]
        return {(int(s.element), int(s.bus)) for s in chosen.itertuples()}

    def node(self, bus):
        return int(self.bus[bus]) + 1

    def convert(self, zero_sequence):
        net = self.net
        for line in net.line.itertuples():
            at = line.Index
            length, parallel = float(line.length_km), int(line.parallel)
            closed = [line.in_service and (at, int(getattr(line, end))) not in self.open_lines for end in ("from_bus", "to_bus")]
            row = dict(
                from_node=self.node(line.from_bus),
                to_node=self.node(line.to_bus),
                from_status=int(closed[0]),
                to_status=int(closed[1]),
                r1=float(line.r_ohm_per_km) * length / parallel,
                x1=float(line.x_ohm_per_km) * length / parallel,
                c1=float(line.c_nf_per_km) * 1e-9 * length * parallel,
                # g_us_per_km is a conductance: tan = g / (omega c)
                tan1=0.0
                if line.c_nf_per_km == 0
                else float(line.g_us_per_km) * 1e-6 / (2 * math.pi * net.f_hz * float(line.c_nf_per_km) * 1e-9),
                i_n=float(line.max_i_ka) * 1e3 * float(line.df) * parallel,
            )
            if zero_sequence:
                row.update(
                    r0=float(line.r0_ohm_per_km) * length / parallel,
                    x0=float(line.x0_ohm_per_km) * length / parallel,
                    c0=float(line.c0_nf_per_km) * 1e-9 * length * parallel,
                    tan0=0.0,
                )
            self._add("line", ("line", at), **row)
        for at, trafo in net.trafo.iterrows():
            self._transformer(at, trafo)
        for at, grid in net.ext_grid.iterrows():
            self._add(
                "source",
                ("source", at),
                node=self.node(grid.bus),
                status=int(grid.in_service),
                u_ref=float(grid.vm_pu),
                u_ref_angle=math.radians(float(grid.va_degree)),
                sk=IDEAL_VA,
            )
        for table, sign, component in (("load", 1, "sym_load"), ("sgen", 1, "sym_gen")):
            for row in net[table].itertuples():
                scaling = float(row.scaling) * sign
                self._add(
                    component,
                    (table, row.Index),
                    node=self.node(row.bus),
                    status=int(row.in_service),
                    type=0,
                    p_specified=float(row.p_mw) * scaling * 1e6,
                    q_specified=float(row.q_mvar) * scaling * 1e6,
                )
        if zero_sequence:
            for at, row in net.asymmetric_load.iterrows():
                self._add(
                    "asym_load",
                    ("asymmetric_load", at),
                    node=self.node(row.bus),
                    status=int(row.in_service),
                    type=0,
                    p_specified=[float(row[f"p_{phase}_mw"]) * 1e6 for phase in "abc"],
                    q_specified=[float(row[f"q_{phase}_mvar"]) * 1e6 for phase in "abc"],
                )
        return dataset(self.rows)

    def _transformer(self, at, trafo):
        parallel = int(trafo.parallel)
        closed = [trafo.in_service and (at, int(trafo[end])) not in self.open_trafos for end in ("hv_bus", "lv_bus")]
        sn = float(trafo.sn_mva) * 1e6 * parallel
        clock = round(float(trafo.shift_degree) / 30) % 12
        neutral = 0 if trafo.tap_side is None or math.isnan(trafo.tap_neutral) else int(trafo.tap_neutral)
        position = 0 if math.isnan(trafo.tap_pos) else int(trafo.tap_pos)
        step = 0.0 if math.isnan(trafo.tap_step_percent) else float(trafo.tap_step_percent)
        side = 1 if trafo.tap_side == "lv" else 0
        tapped = float(trafo.vn_lv_kv if side else trafo.vn_hv_kv) * 1e3
        has_taps = isinstance(trafo.tap_side, str) and trafo.tap_changer_type == "Ratio"
        self._add(
            "transformer",
            ("trafo", at),
            from_node=self.node(trafo.hv_bus),
            to_node=self.node(trafo.lv_bus),
            from_status=int(closed[0]),
            to_status=int(closed[1]),
            u1=float(trafo.vn_hv_kv) * 1e3,
            u2=float(trafo.vn_lv_kv) * 1e3,
            sn=sn,
            uk=float(trafo.vk_percent) / 100,
            pk=float(trafo.vkr_percent) / 100 * sn,
            i0=float(trafo.i0_percent) / 100,
            p0=float(trafo.pfe_kw) * 1e3 * parallel,
            # pandapower's networks give the shift only; in a balanced system the windings say no more than the clock
            winding_from=1 if clock % 2 == 0 else 2,
            winding_to=1,
            clock=clock,
            tap_side=side,
            tap_pos=position if has_taps else 0,
            tap_min=-20,
            tap_max=20,
            tap_nom=neutral if has_taps else 0,
            tap_size=step / 100 * tapped if has_taps else 0.0,
        )


def solve_balanced(name, seed):
    # pandapower draws which cables its Kerber networks have
    random.seed(seed)
    net = NETWORKS[name]()
    net = net[0] if isinstance(net, tuple) else net
    pp.runpp(net, calculate_voltage_angles=True, trafo_model="pi", tolerance_mva=1e-10, max_iteration=50, numba=False)
    converter = Converter(net)
    data = converter.convert(zero_sequence=False)
    voltages = {
        str(converter.of[("bus", bus)]): [float(net.res_bus.vm_pu.at[bus]), math.radians(float(net.res_bus.va_degree.at[bus]))]
        for bus in net.bus.index
        if ("bus", bus) in converter.of and not math.isnan(net.res_bus.vm_pu.at[bus])
    }
    lines = {
        str(converter.of[("line", r.Index)]): [float(r.p_from_mw) * 1e6, float(r.q_from_mvar) * 1e6, float(r.i_from_ka) * 1e3]
        for r in net.res_line.itertuples()
        if not math.isnan(r.i_from_ka)
    }
    trafos = {
        str(converter.of[("trafo", at)]): [float(r.p_hv_mw) * 1e6, float(r.q_hv_mvar) * 1e6, float(r.i_hv_ka) * 1e3]
        for at, r in net.res_trafo.iterrows()
        if not math.isnan(r.i_hv_ka)
    }
    return {"input": data, "u": voltages, "lines": lines, "trafos": trafos}


def solve_unbalanced(seed):
    """A feeder of four-wire cables with loads on single phases, behind an ideal source: no transformer, no source impedance
    and no load in pu of another voltage, which are where runpp_3ph means something else than its own runpp."""
    draw = random.Random(seed)
    net = copy.deepcopy(EMPTY)
    pp.create_bus(net, vn_kv=0.4)
    # the zero sequence of the external grid is part of runpp_3ph: large enough to vanish
    pp.create_ext_grid(net, 0, vm_pu=1.0, s_sc_max_mva=1e9, rx_max=0.1, x0x_max=1.0, r0x0_max=0.1)
    added = draw.randint(3, 25)
    starts, lengths, loads = [], [], []
    for end in range(1, added + 1):
        starts.append(draw.choice(range(end)))
        lengths.append(draw.uniform(0.02, 0.15))
        phase = draw.choice("abc")
        loads.append({f"p_{phase}_mw": draw.uniform(0, 0.003), f"q_{phase}_mvar": draw.uniform(0, 0.001)})
    # all at once: pandapower copies its tables with every row that is added alone
    pp.create_buses(net, added, vn_kv=0.4)
    pp.create_lines_from_parameters(
        net,
        starts,
        range(1, added + 1),
        length_km=lengths,
        r_ohm_per_km=0.206,
        x_ohm_per_km=0.079,
        c_nf_per_km=720,
        r0_ohm_per_km=0.94,
        x0_ohm_per_km=0.387,
        c0_nf_per_km=360,
        max_i_ka=0.3,
    )
    for bus, load in enumerate(loads, 1):
        pp.create_asymmetric_load(net, bus, **load)
    pp.runpp_3ph(net, tolerance_mva=1e-12, max_iteration=100, numba=False)
    converter = Converter(net)
    data = converter.convert(zero_sequence=True)
    result = net.res_bus_3ph
    voltages = {
        str(converter.of[("bus", bus)]): [float(result[f"vm_{phase}_pu"].at[bus]) for phase in "abc"] for bus in net.bus.index
    }
    return {"input": data, "u": voltages}


for text in sys.stdin:
    task = json.loads(text)
    if "network" in task:
        answer = solve_balanced(task["network"], task["seed"])
    elif "unbalanced" in task:
        answer = solve_unbalanced(task["unbalanced"])
    else:
        answer = {"version": f"pandapower {version('pandapower')}", "networks": list(NETWORKS)}
    print(json.dumps(answer), flush=True)
