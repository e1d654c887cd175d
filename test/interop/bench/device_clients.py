"""Foreign clients of the newer mocks: what they read, as one JSON line. Usage: device_clients.py WHAT ADDRESS"""

import json
import sys


def sunspec(address):
    """pysunspec2: scans the chain with its own model definitions, and reads every point."""
    import sunspec2.modbus.client as client

    _, host, port = address.split(":")
    device = client.SunSpecModbusClientDeviceTCP(slave_id=1, ipaddr=host, ipport=int(port), timeout=5)
    device.scan()
    chain = [(model.model_id, model.model_len) for model in device.model_list]
    values = {}
    for model in device.model_list:
        points = {name: point.cvalue for name, point in model.points.items()}
        values[str(model.model_id)] = {k: v for k, v in points.items() if v is not None}
    return device, chain, values


def read(address):
    device, chain, values = sunspec(address)
    device.close()
    return {"chain": chain, "values": values}


def der(address):
    """Commands WSet with its timer and the heartbeat, and reads them again."""
    device, chain, values = sunspec(address)
    controls = device.models[704][0]
    controls.points["WSetEnaRvrt"].cvalue = 1
    controls.points["WSetRvrtTms"].cvalue = 60
    controls.points["WSetRvrt"].cvalue = -250
    controls.points["WSet"].cvalue = -1500
    controls.points["WSetEna"].cvalue = 1
    controls.write()
    heart = device.models[715][0]
    heart.points["ControllerHb"].cvalue = 7
    heart.points["ControllerHb"].write()
    controls.read()
    heart.read()
    names = ("WSetEna", "WSet", "WSetRvrt", "WSetEnaRvrt", "WSetRvrtTms", "WSetRvrtRem")
    after = {name: controls.points[name].cvalue for name in names}
    after["ControllerHb"] = heart.points["ControllerHb"].cvalue
    device.close()
    return {"chain": chain, "values": values, "after": after}


def pv(address):
    """Limits the output by model 123, and reads it again."""
    device, chain, values = sunspec(address)
    controls = device.models[123][0]
    for name, value in (("WMaxLimPct", 42.5), ("WMaxLimPct_RvrtTms", 60), ("WMaxLim_Ena", 1)):
        controls.points[name].cvalue = value
        controls.points[name].write()
    controls.read()
    after = {name: controls.points[name].cvalue for name in ("WMaxLimPct", "WMaxLimPct_RvrtTms", "WMaxLim_Ena")}
    device.close()
    return {"chain": chain, "values": values, "after": after}


def sdm630(address):
    """pymodbus: floats by function 4 as its own codec reads them, the code by function 3, and what must be refused."""
    import time

    from pymodbus import FramerType
    from pymodbus.client import ModbusTcpClient

    _, host, port = address.split(":")
    client = ModbusTcpClient(host, port=int(port), framer=FramerType.RTU, timeout=2, retries=0)
    assert client.connect()

    def gently(call):
        # The meter wants 100 ms of silence.
        time.sleep(0.12)
        return call()

    def floats(start, count):
        registers = gently(lambda: client.read_input_registers(start, count=2 * count, device_id=1)).registers
        return client.convert_from_registers(registers, client.DATATYPE.FLOAT32, word_order="big")

    result = {
        "voltages": floats(0x00, 3),
        "powers": floats(0x0C, 3),
        "total": floats(0x34, 2)[0],
        "frequency": floats(0x46, 2)[0],
        "energies": floats(0x48, 2),
        "code": gently(lambda: client.read_holding_registers(0xFC02, count=1, device_id=1)).registers,
        "long": gently(lambda: client.read_input_registers(0, count=82, device_id=1)).exception_code,
        "half": gently(lambda: client.read_input_registers(1, count=2, device_id=1)).exception_code,
    }
    client.close()
    return result


if __name__ == "__main__":
    what = {"read": read, "der": der, "pv": pv, "sdm630": sdm630}[sys.argv[1]]
    print(json.dumps(what(*sys.argv[2:])))
