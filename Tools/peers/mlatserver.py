"""An imitation of an mlat-server: as much of its protocol as makes mlat-client send what it hears. Loopback only.

Lines of JSON over TCP; the answer to the first line says how to go on, then the clients are told which aircraft to send.
"""
import json
import socket
import threading


class MlatServer:
    """One client at a time; `lines` are the objects it sent."""

    def __init__(self):
        self.lines = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection, connection.makefile("rw", encoding="ascii", newline="\n") as stream:
                try:
                    self.talk(stream)
                except (OSError, ValueError):
                    pass

    def talk(self, stream):
        def say(what):
            stream.write(json.dumps(what) + "\n")
            stream.flush()

        stream.readline()
        say({"compress": "none", "selective_traffic": True, "heartbeat": True, "split_sync": False, "return_results": False})
        for line in stream:
            said = json.loads(line)
            self.lines.append(said)
            if "seen" in said:
                say({"start_sending": said["seen"]})

    def count(self, kind):
        return sum(kind in line for line in list(self.lines))

    def close(self):
        self.socket.close()
