"""Foreign clients of the mocks: what they read, as one JSON line. Usage: clients.py WHAT [ARGUMENTS]"""

import json
import sys


def sunspec(address):
    """pysunspec2: scans the chain with its own model definitions, reads all points, commands the battery, reads again."""
    import sunspec2.modbus.client as client

    if address.startswith("tcp:"):
        _, host, port = address.split(":")
        device = client.SunSpecModbusClientDeviceTCP(slave_id=1, ipaddr=host, ipport=int(port), timeout=5)
    else:
        device = client.SunSpecModbusClientDeviceRTU(slave_id=1, name=address, baudrate=9600, timeout=5)
    device.scan()
    # What is not bound to a definition is keyed by name as well as number: numbers once, in the order of the chain.
    chain = [(model.model_id, model.model_len) for model in device.model_list]
    values = {}
    for model in device.model_list:
        points = {name: point.cvalue for name, point in model.points.items()}
        values[str(model.model_id)] = {k: v for k, v in points.items() if v is not None}
    storage = device.models[124][0]
    storage.points["OutWRte"].cvalue = 25
    storage.points["InWRte"].cvalue = -25
    storage.points["InOutWRte_RvrtTms"].cvalue = 60
    storage.points["StorCtl_Mod"].cvalue = 3
    storage.write()
    storage.read()
    after = {name: storage.points[name].cvalue for name in ("OutWRte", "InWRte", "InOutWRte_RvrtTms", "StorCtl_Mod")}
    device.close()
    return {"chain": chain, "values": values, "after": after}


def modbus(kind, target, unit):
    """pymodbus: reads, writes, reads back, and asks for what must be refused."""
    from pymodbus import FramerType
    from pymodbus.client import ModbusSerialClient, ModbusTcpClient

    if kind == "serial":
        client = ModbusSerialClient(target, framer=FramerType.RTU, baudrate=9600, timeout=2, retries=0)
    else:
        _, host, port = target.split(":")
        framer = FramerType.RTU if kind == "rtu-over-tcp" else FramerType.SOCKET
        client = ModbusTcpClient(host, port=int(port), framer=framer, timeout=2, retries=0)
    assert client.connect()
    import time

    def gently(call):
        # The controller wants 50 ms of silence after its reply.
        time.sleep(0.06)
        return call()

    unit = int(unit)
    identity = gently(lambda: client.read_holding_registers(28, count=4, device_id=unit)).registers
    written = gently(lambda: client.write_registers(200, [3, 1, 5000, 90], device_id=unit))
    back = gently(lambda: client.read_holding_registers(200, count=5, device_id=unit)).registers
    single = gently(lambda: client.write_register(202, 6000, device_id=unit))
    limit = gently(lambda: client.read_holding_registers(202, count=1, device_id=unit)).registers
    hole = gently(lambda: client.read_holding_registers(30, count=8, device_id=unit))
    range_ = gently(lambda: client.write_register(200, 9, device_id=unit))
    function = gently(lambda: client.read_input_registers(0, count=1, device_id=unit))
    client.close()
    return {
        "identity": identity,
        "written": not written.isError(),
        "back": back,
        "single": not single.isError(),
        "limit": limit,
        "exceptions": [answer.exception_code for answer in (hole, range_, function)],
    }


def dsmr(version="V5"):
    """dsmr-parser: reads one telegram from standard input, with its CRC if the version has one."""
    from dsmr_parser import telegram_specifications
    from dsmr_parser.parsers import TelegramParser

    text = sys.stdin.buffer.read().decode("latin-1")
    telegram = TelegramParser(getattr(telegram_specifications, version)).parse(text, throw_ex=True)
    return json.loads(telegram.to_json())


if __name__ == "__main__":
    what = {"sunspec": sunspec, "modbus": modbus, "dsmr": dsmr}[sys.argv[1]]
    print(json.dumps(what(*sys.argv[2:])))
