"""
A battery inverter that nobody has seen, on a pymodbus server with a small life of its own. Usage: product.py tcp | rtu PORT

Its registers, as its maker would print them (all 32-bit values with the low word first, as pymodbus's own codec packs them):
  input   0x0200  power, int32, in 10 W, + = charging
  input   0x0202  state of charge, uint16, in 0.1 %
  input   0x0203  voltage, uint16, in 0.1 V
  holding 0x0010  product code, uint16, 4242
  holding 0x0011  serial number, uint32
  holding 0x0013  rated power, uint16, in 100 W
  holding 0x0100  setpoint, float32, in kW, + = discharging
  holding 0x0102  control: 1 follows the setpoint, 0 does what it likes
  holding 0x0103  seconds until it lets go, uint16; counts from each write of the setpoint
"""

import asyncio
import json
import os
import sys
import time

from pymodbus import FramerType
from pymodbus.client import ModbusTcpClient
from pymodbus.datastore import ModbusDeviceContext, ModbusSequentialDataBlock, ModbusServerContext
from pymodbus.server import ModbusSerialServer, ModbusTcpServer

CODEC = ModbusTcpClient
INT32, UINT32, FLOAT32 = CODEC.DATATYPE.INT32, CODEC.DATATYPE.UINT32, CODEC.DATATYPE.FLOAT32
UNIT = 5
RATED_W = 6000
CAPACITY_WH = 20.0


def pack(value, datatype):
    return CODEC.convert_to_registers(value, datatype, word_order="little")


def unpack(registers, datatype):
    return CODEC.convert_from_registers(registers, datatype, word_order="little")


written_at = 0.0


def trace(sending, pdu):
    """Hears every request: any write starts the timer anew."""
    global written_at
    if not sending and pdu.function_code in (6, 16):
        written_at = time.monotonic()
    return pdu


def make():
    holding = [0] * 0x0110
    holding[0x0010] = 4242
    holding[0x0011:0x0013] = pack(70_000_123, UINT32)
    holding[0x0013] = RATED_W // 100
    return ModbusDeviceContext(hr=ModbusSequentialDataBlock(1, holding), ir=ModbusSequentialDataBlock(1, [0] * 0x0210))


async def live(server):
    """Power goes to the setpoint within a quarter of a second; what is discharged empties it."""

    async def read(function, address, count=1):
        return await server.async_getValues(UNIT, function, address, count)

    async def store(function, address, values):
        await server.async_setValues(UNIT, function, address, values)

    power_w, charge_wh, last, flip = 0.0, 0.6 * CAPACITY_WH, time.monotonic(), 0
    while True:
        now = time.monotonic()
        wanted_w = 0.0
        if (await read(3, 0x0102))[0] == 1:
            timeout_s = (await read(3, 0x0103))[0]
            if timeout_s > 0 and now - written_at >= timeout_s:
                await store(3, 0x0102, [0])
            else:
                wanted_w = -1000 * unpack(await read(3, 0x0100, 2), FLOAT32)
        power_w += (max(-RATED_W, min(RATED_W, wanted_w)) - power_w) * min(1, (now - last) / 0.1)
        charge_wh = max(0, min(CAPACITY_WH, charge_wh + power_w * (now - last) / 3600))
        last, flip = now, (flip + 1) % 7
        await store(4, 0x0200, pack(round(power_w / 10), INT32))
        await store(4, 0x0202, [round(1000 * charge_wh / CAPACITY_WH), 2300 + flip])
        await asyncio.sleep(0.05)


async def main(kind, port):
    context = ModbusServerContext(devices={UNIT: make()}, single=False)
    if kind == "tcp":
        server = ModbusTcpServer(context, framer=FramerType.SOCKET, address=("127.0.0.1", 0), trace_pdu=trace)
    else:
        line = {"port": port, "baudrate": 19200, "bytesize": 8, "parity": "N", "stopbits": 1}
        server = ModbusSerialServer(context, framer=FramerType.RTU, trace_pdu=trace, **line)
    task = asyncio.create_task(server.serve_forever())
    while server.transport is None:
        await asyncio.sleep(0.01)
    life = asyncio.create_task(live(server))
    address = server.transport.sockets[0].getsockname()[1] if kind == "tcp" else port
    print(json.dumps({"port": address}), flush=True)
    loop = asyncio.get_running_loop()
    loop.add_reader(sys.stdin.fileno(), lambda: os.read(sys.stdin.fileno(), 4096) or task.cancel())
    done, _ = await asyncio.wait({task, life}, return_when=asyncio.FIRST_COMPLETED)
    for ended in done:
        if not ended.cancelled() and ended.exception() is not None:
            raise ended.exception()


asyncio.run(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
