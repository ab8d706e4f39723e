# xmlrpc: functions of a server are called by name; values keep their kinds; errors come back as Fault.
import threading
import xmlrpc.client
from xmlrpc.server import SimpleXMLRPCServer


def add(a, b):
    return a + b


def echo(value):
    return value


def fail():
    raise ValueError("in the server")


with SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False, allow_none=True) as server:
    for function in (add, echo, fail):
        server.register_function(function)
    server.register_introspection_functions()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    with xmlrpc.client.ServerProxy(f"http://127.0.0.1:{server.server_address[1]}", allow_none=True) as proxy:
        print(proxy.add(2, 3), proxy.add("a", "b"), proxy.echo([1, 2.5, True, None, {"k": "ü"}, "<&>"]))
        print(proxy.echo(b"bytes").data, [name for name in proxy.system.listMethods() if "." not in name])
        for call in (proxy.fail, proxy.missing):
            try:
                call()
            except xmlrpc.client.Fault as fault:
                print(fault.faultCode, "in the server" in fault.faultString)
        multi = xmlrpc.client.MultiCall(proxy)
        multi.add(1, 2)
        multi.echo("x")
        try:
            print(list(multi()))
        except xmlrpc.client.Fault:
            print("no multicall registered")
    server.shutdown()
    thread.join()
