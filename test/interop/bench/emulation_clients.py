"""Foreign controllers on our emulations: what they read and write, as one JSON line. Usage: emulation_clients.py WHAT ..."""

import json
import math
import sys


def clean(value):
    """JSON has no NaN."""
    return None if isinstance(value, float) and math.isnan(value) else value


def device(address, unit):
    import sunspec2.modbus.client as client

    if address.startswith("tcp:"):
        _, host, port = address.split(":")
        return client.SunSpecModbusClientDeviceTCP(slave_id=int(unit), ipaddr=host, ipport=int(port), timeout=5)
    return client.SunSpecModbusClientDeviceRTU(slave_id=int(unit), name=address, baudrate=115200, timeout=5)


def points(model):
    return {name: clean(point.cvalue) for name, point in model.points.items() if point.cvalue is not None}


def sunspec(address, unit, *writes):
    """pysunspec2: scans and reads everything; then writes MODEL.POINT=VALUE, one model at a time, and reads back."""
    target = device(address, unit)
    target.scan()
    chain = [(model.model_id, model.model_len) for model in target.model_list]
    values = {str(model.model_id): points(model) for model in target.model_list}
    touched = []
    for write in writes:
        place, value = write.split("=")
        model_id, name = place.split(".")
        model = target.models[int(model_id)][0]
        model.points[name].cvalue = float(value) if "." in value else int(value)
        if model not in touched:
            touched.append(model)
    for model in touched:
        model.write()
        model.read()
    after = {str(model.model_id): points(model) for model in touched}
    target.close()
    return {"chain": chain, "values": values, "after": after}


def modbus(kind, target, unit, *steps):
    """pymodbus: steps FUNCTION:ADDRESS:COUNT reads, 16:ADDRESS:V,V writes; float: reads IEEE floats of input registers."""
    from pymodbus import FramerType
    from pymodbus.client import ModbusSerialClient, ModbusTcpClient

    if kind == "serial":
        client = ModbusSerialClient(target, framer=FramerType.RTU, baudrate=115200, timeout=3, retries=0)
    else:
        _, host, port = target.split(":")
        framer = FramerType.RTU if kind == "rtu-over-tcp" else FramerType.SOCKET
        client = ModbusTcpClient(host, port=int(port), framer=framer, timeout=3, retries=0)
    assert client.connect()
    unit = int(unit)
    answers = []
    for step in steps:
        function, address, rest = step.split(":")
        address = int(address)
        if function == "16":
            reply = client.write_registers(address, [int(v) for v in rest.split(",")], device_id=unit)
            answers.append({"exception": reply.exception_code} if reply.isError() else "written")
            continue
        read = client.read_holding_registers if function == "3" else client.read_input_registers
        count = int(rest) * (2 if function == "float" else 1)
        reply = read(address, count=count, device_id=unit)
        if reply.isError():
            answers.append({"exception": reply.exception_code})
        elif function == "float":
            floats = client.convert_from_registers(reply.registers, client.DATATYPE.FLOAT32)
            answers.append([clean(value) for value in (floats if isinstance(floats, list) else [floats])])
        else:
            answers.append(reply.registers)
    client.close()
    return answers


def p1(address, count):
    """dsmr-parser: takes whole telegrams from a line until COUNT of them were parsed with their CRC."""
    import socket

    import serial
    from dsmr_parser import telegram_specifications
    from dsmr_parser.clients.telegram_buffer import TelegramBuffer
    from dsmr_parser.parsers import TelegramParser

    if address.startswith("tcp:"):
        _, host, port = address.split(":")
        line = socket.create_connection((host, int(port)), timeout=10)
        take = lambda: line.recv(4096)
    else:
        line = serial.Serial(address, baudrate=115200, timeout=10)
        take = lambda: line.read(max(1, line.in_waiting))
    parser = TelegramParser(telegram_specifications.V5)
    buffer = TelegramBuffer()
    telegrams = []
    while len(telegrams) < int(count):
        data = take()
        assert data, "the line is silent"
        buffer.append(data.decode("latin-1"))
        for telegram in buffer.get_all():
            telegrams.append(json.loads(parser.parse(telegram, throw_ex=True).to_json()))
    line.close()
    return telegrams


if __name__ == "__main__":
    what = {"sunspec": sunspec, "modbus": modbus, "p1": p1}[sys.argv[1]]
    print(json.dumps(what(*sys.argv[2:])))
