"""A pymodbus server with known registers. Usage: server.py tcp | rtu PORT; prints one line of JSON when it listens."""

import asyncio
import json
import sys
import threading

from pymodbus import FramerType
from pymodbus.datastore import ModbusDeviceContext, ModbusSequentialDataBlock, ModbusServerContext
from pymodbus.server import ModbusSerialServer, ModbusTcpServer

# 230.5 as float32, high word first and low word first; -70000 as int32 in both orders; 1 to 100 from register 100 on.
WORDS = [0x4366, 0x8000, 0x8000, 0x4366, 0xFFFE, 0xEE90, 0xEE90, 0xFFFE]
REGISTERS = WORDS + [0] * (100 - len(WORDS)) + list(range(1, 201))


def block(values):
    # pymodbus counts from 1.
    return ModbusSequentialDataBlock(1, values)


def device():
    return ModbusDeviceContext(
        hr=block(list(REGISTERS)),
        ir=block([7 * k % 65536 for k in range(200)]),
        co=block([k % 3 == 0 for k in range(40)]),
        di=block([k % 2 == 0 for k in range(40)]),
    )


async def main(kind, port):
    context = ModbusServerContext(devices={1: device(), 17: device()}, single=False)
    if kind == "tcp":
        server = ModbusTcpServer(context, framer=FramerType.SOCKET, address=("127.0.0.1", 0))
    else:
        server = ModbusSerialServer(context, framer=FramerType.RTU, port=port, baudrate=19200, bytesize=8, parity="N", stopbits=1)
    task = asyncio.create_task(server.serve_forever())
    while server.transport is None:
        await asyncio.sleep(0.01)
    address = server.transport.sockets[0].getsockname()[1] if kind == "tcp" else port
    print(json.dumps({"port": address}), flush=True)
    loop = asyncio.get_running_loop()
    threading.Thread(target=lambda: (sys.stdin.buffer.read(), loop.call_soon_threadsafe(task.cancel)), daemon=True).start()
    try:
        await task
    except asyncio.CancelledError:
        pass


asyncio.run(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
